package org.crossfoot.intake.row;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/**
 * Passes a report's characters on and counts its physical lines (ended by CR, LF or CRLF), so that no file, whatever it
 * holds, fills the memory: a line that is too long fails, and a row that is too long (a quote left open) ends the reading.
 */
public final class PhysicalLines extends Reader {

    public static final int LONGEST_LINE = 1_000_000;
    static final int LONGEST_ROW = 4_000_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Reader characters;
    private final char[] buffer = new char[8192];
    private int next;
    private int filled;
    private boolean started;
    private long breaks;
    private long sinceBreak;
    private long sinceRow;
    private char last;
    private boolean nulSeen;
    private boolean cut;

    public PhysicalLines(Reader characters) {
        this.characters = characters;
    }

    /**
     * Skips whole lines; returns how many there were.
     *
     * @param kept takes the text of those it has a key for, counted from 1
     */
    public long skipLines(int lines, Map<Integer, String> kept) throws IOException {
        StringBuilder line = new StringBuilder();
        while (breaks < lines && fill()) {
            int number = (int) breaks + 1;
            char character = buffer[next];
            pass(next + 1);
            if (character != '\n' && character != '\r') {
                line.append(character);
            } else if (breaks >= number) {
                kept.computeIfPresent(number, (wanted, none) -> line.toString());
                line.setLength(0);
            }
        }
        if (last == '\r' && fill() && buffer[next] == '\n') {
            pass(next + 1);
        }
        return total();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (sinceRow > LONGEST_ROW) {
            cut = true;
        }
        if (cut || !fill()) {
            return -1;
        }
        int taken = Math.min(length, filled - next);
        System.arraycopy(buffer, next, target, offset, taken);
        pass(next + taken);
        sinceRow += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (next == filled) {
            filled = Math.max(0, characters.read(buffer));
            next = 0;
            if (filled == 0) {
                return false;
            }
            if (!started && buffer[0] == BYTE_ORDER_MARK) {
                next = 1;
            }
            started = true;
        }
        return true;
    }

    /** Passes the characters of the buffer up to an index, at least one, and counts their lines. */
    private void pass(int end) throws IOException {
        int uncounted = next;
        for (int i = next; i < end; i++) {
            char character = buffer[i];
            // What matters here stands before everything that can be seen, so that nearly every character costs one comparison.
            if (character <= '\r') {
                nulSeen |= character == '\0';
                if (character == '\n' || character == '\r') {
                    lengthen(i - uncounted);
                    uncounted = i + 1;
                    sinceBreak = 0;
                    boolean endsReturn = character == '\n' && (i == next ? last : buffer[i - 1]) == '\r';
                    breaks += endsReturn ? 0 : 1;
                }
            }
        }
        lengthen(end - uncounted);
        last = buffer[end - 1];
        next = end;
    }

    private void lengthen(int characters) throws LineTooLong {
        sinceBreak += characters;
        if (sinceBreak > LONGEST_LINE) {
            throw new LineTooLong(breaks + 1);
        }
    }

    /** Tells that a row was read in full. */
    void rowEnds() {
        sinceRow = 0;
    }

    /** Counts the lines nobody asked for. */
    void readToEnd() throws IOException {
        while (fill()) {
            pass(filled);
        }
    }

    /** Whether reading was ended because a row was too long. */
    boolean isCut() {
        return cut;
    }

    /** Whether there was a NUL character among those passed on so far. */
    boolean nulSeen() {
        return nulSeen;
    }

    /** The lines passed on so far; the last one may lack its line break. */
    public long total() {
        return sinceBreak > 0 ? breaks + 1 : breaks;
    }

    /** Whether the last line so far lacks its line break. */
    public boolean endInLine() {
        return sinceBreak > 0;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    /** A line longer than any table's; carries its number. */
    public static final class LineTooLong extends IOException {

        private static final long serialVersionUID = 1L;

        private final long line;

        LineTooLong(long line) {
            super("line " + line + " is too long");
            this.line = line;
        }

        public long line() {
            return line;
        }
    }
}
