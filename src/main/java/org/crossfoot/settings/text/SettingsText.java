package org.crossfoot.settings.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a settings file: UTF-8, with or without a byte-order mark. Bytes that are not UTF-8 are told, never replaced. */
final class SettingsText {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private SettingsText() {
    }

    static Optional<String> of(String file, byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            problems.add(file, lineOf(in.position(), bytes), "",
                    "found the byte 0x%02X, which is not UTF-8".formatted(bytes[in.position()]), "save the file as UTF-8");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static int lineOf(int position, byte[] bytes) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
