package org.crossfoot.intake.row;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Opens a report's bytes as characters: decoded strictly, and only after their first bytes were looked at. */
public final class Encoded {

    private static final int LONGEST_MARK = 8;

    /** How a kind of file begins that is no CSV in the profile's charset. Longer marks stand before those they begin with. */
    private record FirstBytes(RejectReason reason, String is, String advice, int... bytes) {

        boolean begins(byte[] first) {
            for (int i = 0; i < bytes.length; i++) {
                if (i >= first.length || (first[i] & 0xff) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<FirstBytes> MARKS = List.of(
            unicode("UTF-32BE", 0x00, 0x00, 0xfe, 0xff),
            unicode("UTF-32LE", 0xff, 0xfe, 0x00, 0x00),
            unicode("UTF-16BE", 0xfe, 0xff),
            unicode("UTF-16LE", 0xff, 0xfe),
            foreign("a PNG image", 0x89, 'P', 'N', 'G'),
            foreign("a JPEG image", 0xff, 0xd8, 0xff),
            foreign("a PDF", '%', 'P', 'D', 'F', '-'),
            foreign("a ZIP archive or an Excel workbook", 'P', 'K', 0x03, 0x04),
            foreign("an old Excel workbook", 0xd0, 0xcf, 0x11, 0xe0),
            new FirstBytes(RejectReason.NOT_CSV, "the file is packed with gzip", "name it .csv.gz, or unpack it", 0x1f, 0x8b));

    private static final FirstBytes UTF_8 = new FirstBytes(RejectReason.CHARSET, "UTF-8", "", 0xef, 0xbb, 0xbf);

    private Encoded() {
    }

    private static FirstBytes unicode(String charset, int... bytes) {
        return new FirstBytes(RejectReason.CHARSET, "the file begins with the byte-order mark of " + charset,
                "convert it first: iconv -f " + charset.substring(0, 6) + " -t UTF-8", bytes);
    }

    private static FirstBytes foreign(String what, int... bytes) {
        return new FirstBytes(RejectReason.NOT_CSV, "the file is no CSV but " + what, "save or unpack it as CSV", bytes);
    }

    public static Reader reader(InputStream bytes, Charset charset, Rejects rejects) throws IOException, UnreadableReport {
        InputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(LONGEST_MARK);
        byte[] first = buffered.readNBytes(LONGEST_MARK);
        buffered.reset();
        if (!charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32")) {
            refuseForeign(first, charset, rejects);
        }
        return new InputStreamReader(buffered, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static void refuseForeign(byte[] first, Charset charset, Rejects rejects) throws UnreadableReport {
        for (FirstBytes mark : MARKS) {
            if (mark.begins(first)) {
                throw rejects.unreadable(0, mark.reason(), mark.is() + "; " + mark.advice());
            }
        }
        if (UTF_8.begins(first) && !charset.equals(StandardCharsets.UTF_8)) {
            throw rejects.unreadable(0, RejectReason.CHARSET,
                    "the file begins with the byte-order mark of UTF-8, but is to be read as "
                    + charset.name() + "; set read.charset to UTF-8");
        }
    }

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
}
