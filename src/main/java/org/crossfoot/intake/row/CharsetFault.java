package org.crossfoot.intake.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Where bytes are not what the charset allows.
 *
 * @param offset of the first wrong byte, counted from 0
 * @param line   counted from 1
 */
public record CharsetFault(long offset, long line) {

    /** Decodes the bytes once more to find the first fault; empty where there is none. */
    public static Optional<CharsetFault> find(ReportBytes report, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(8192);
        CharBuffer characters = CharBuffer.allocate(8192);
        long before = 0;
        LineBreaks breaks = new LineBreaks();
        try (InputStream in = report.open()) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, characters, end);
                    breaks.count(characters.flip());
                    characters.clear();
                } while (result.isOverflow());
                if (result.isError()) {
                    return Optional.of(new CharsetFault(before + bytes.position(), breaks.seen + 1));
                }
                before += bytes.position();
                bytes.compact();
            }
        }
        return Optional.empty();
    }

    private static final class LineBreaks {

        private long seen;
        private boolean afterReturn;

        void count(CharBuffer characters) {
            while (characters.hasRemaining()) {
                char character = characters.get();
                if (character == '\r' || character == '\n' && !afterReturn) {
                    seen++;
                }
                afterReturn = character == '\r';
            }
        }
    }
}
