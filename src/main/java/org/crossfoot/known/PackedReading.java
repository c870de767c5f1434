package org.crossfoot.known;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.known.ReadReport.ReportRead;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.Reading;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.ledger.pack.FigurePack;

/** What was read of a report as one value, for another process of the same program to store. */
public final class PackedReading {

    private static final long NO_DATE = Long.MIN_VALUE;
    private static final int NO_TEXT = -1;

    private PackedReading() {
    }

    public static byte[] pack(ReportRead read) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        date(read.publishedOn(), out);
        Reading reading = read.reading();
        for (long count : new long[] {reading.lines(), reading.headerLines(), reading.figureLines(), reading.rejectedLines(),
                reading.skippedLines(), reading.notBegun(), reading.listedAgain(), reading.figures(), reading.rejects()}) {
            out.writeLong(count);
        }
        Contents contents = read.contents();
        text(contents.rejectedFirst(), out);
        out.writeLong(contents.unusedRows());
        out.writeLong(contents.unusedLine());
        text(contents.columnsUsed(), out);
        text(contents.columnsUnused(), out);
        out.writeLong(contents.figuresHash());
        out.writeLong(contents.areasHash());
        text(read.failure(), out);
        out.writeInt(read.figures().size());
        for (Map.Entry<LocalDate, FigurePack.Packed> figures : read.figures().entrySet()) {
            date(figures.getKey(), out);
            out.writeInt(figures.getValue().figures());
            date(figures.getValue().earliestGoal(), out);
            bytes(figures.getValue().packed(), out);
        }
        bytes(read.rejects(), out);
        out.writeInt(read.personal().size());
        for (PersonalColumn column : read.personal()) {
            text(column.column(), out);
            text(column.why(), out);
        }
        return Compressed.pack(bytes.toByteArray());
    }

    /** @param report of which it was read */
    public static ReportRead unpack(ReportRecord report, byte[] packed) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Compressed.unpack(packed)));
        LocalDate publishedOn = date(in);
        Reading reading = new Reading(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(),
                in.readLong(), in.readLong(), in.readLong());
        Contents contents = new Contents(text(in), in.readLong(), in.readLong(), text(in), text(in), in.readLong(),
                in.readLong());
        String failure = text(in);
        Map<LocalDate, FigurePack.Packed> figures = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            figures.put(date(in), new FigurePack.Packed(in.readInt(), date(in), bytes(in)));
        }
        byte[] rejects = bytes(in);
        List<PersonalColumn> personal = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            personal.add(new PersonalColumn(text(in), text(in)));
        }
        return new ReportRead(report, publishedOn, reading, contents, failure, figures, rejects, personal);
    }

    private static void date(LocalDate date, DataOutputStream out) throws IOException {
        out.writeLong(date == null ? NO_DATE : date.toEpochDay());
    }

    private static LocalDate date(DataInputStream in) throws IOException {
        long day = in.readLong();
        return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
    }

    /** Character by character: what no encoding has, a report may hold nevertheless. */
    private static void text(String text, DataOutputStream out) throws IOException {
        out.writeInt(text == null ? NO_TEXT : text.length());
        if (text != null) {
            out.writeChars(text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NO_TEXT) {
            return null;
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = in.readChar();
        }
        return new String(text);
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
