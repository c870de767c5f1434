package org.crossfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.meaning.LineBook;
import org.crossfoot.intake.row.Encoded.CharsetFault;
import org.crossfoot.intake.row.Encoded;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.PhysicalLines.LineTooLong;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.ReportSink;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.crossfoot.intake.row.UnpackedBytes;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.intake.workbook.SheetText;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/**
 * Reads reports by their profiles: every row ends as figures, as rejects, or as one of the skipped lines. Rows are handed on
 * one by one and none is kept. May be used by several threads at once.
 */
public final class ReportReader {

    private final Settings settings;

    public ReportReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads one report.
     *
     * @param file path relative to {@code input/}
     * @param sink takes figures and rejects; where the report turns out to be unreadable, it may have taken some before
     * @throws UnreadableReport where the report as a whole cannot be read
     */
    public LineAccount read(Profile source, String file, ReportBytes report, ReportSink sink)
            throws UnreadableReport, IOException {
        Profile profile = source.reading(ReportName.isWorkbook(file));
        Rejects rejects = new Rejects(profile.source().id(), file, profile.countsRows(), sink);
        ReportBytes unpacked = unpacked(profile, file, report);
        try (InputStream bytes = unpacked.open();
                PhysicalLines lines = new PhysicalLines(Encoded.reader(bytes, profile.read().charset(), rejects))) {
            return new ReportReading(settings, profile, file, lines,
                    bytes instanceof SheetText sheet ? sheet.merged() : List.of(), rejects, new LineBook(sink, rejects)).run();
        } catch (LineTooLong e) {
            throw rejects.unreadable(e.line(), RejectReason.LINE_TOO_LONG,
                    "the line is longer than %s characters; is this a CSV file?".formatted(PhysicalLines.LONGEST_LINE));
        } catch (CharacterCodingException e) {
            throw undecodable(profile, unpacked, rejects);
        } catch (PackingFault e) {
            throw rejects.unreadable(0, e.reason(), e.getMessage());
        }
    }

    /**
     * How a report seems to have lost its end, in a sentence without its name; empty where it has not, or where it cannot be
     * read, which is told when it is.
     *
     * @param file path relative to {@code input/}
     */
    public Optional<String> lostEnd(Profile source, String file, ReportBytes report) throws IOException {
        Profile profile = source.reading(ReportName.isWorkbook(file));
        Rejects rejects = new Rejects(profile.source().id(), file, profile.countsRows(), null);
        try (InputStream bytes = unpacked(profile, file, report).open();
                PhysicalLines lines = new PhysicalLines(Encoded.reader(bytes, profile.read().charset(), rejects))) {
            return brokenEnd(profile, lines, rejects).map(fault -> "looks cut off: " + fault + "; deliver it whole");
        } catch (PackingFault e) {
            return e.reason() == RejectReason.CUT_OFF ? Optional.of(e.getMessage()) : Optional.empty();
        } catch (UnreadableReport | LineTooLong | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** How a report ends in the middle of a row: no line end, and fewer cells than the header or an open quote. */
    private static Optional<String> brokenEnd(Profile profile, PhysicalLines lines, Rejects rejects)
            throws IOException, UnreadableReport {
        Rows rows = new Rows(lines, profile.read());
        Header header = rows.header(profile, rejects);
        Row last = null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            last = row;
        }
        if (last == null || rows.stoppedAt() > 0 || !lines.endInLine()) {
            return Optional.empty();
        }
        boolean openQuote = last.damage() != null && last.damage().reason() == RejectReason.OPEN_QUOTE && last.lines() == 1;
        boolean tooShort = last.damage() == null && !last.isBlank() && last.size() < header.size();
        return !openQuote && !tooShort ? Optional.empty() : Optional.of("line " + last.line() + ", the last, "
                + (openQuote ? "leaves a quote open and has" : "has " + last.size() + " of " + header.size() + " cells and")
                + " no line end");
    }

    /**
     * Why a report as a whole cannot be read, in a sentence with its name; empty where it can.
     *
     * @param file path relative to {@code input/}
     */
    public Optional<String> fault(Profile profile, String file, ReportBytes report) throws IOException {
        try {
            read(profile, file, report, ReportSink.NONE);
            return Optional.empty();
        } catch (UnreadableReport e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * A report as it is read: unpacked where its name says that it is packed, one sheet where it is a workbook. Reading it may
     * throw a {@link PackingFault}.
     */
    public static ReportBytes unpacked(Profile profile, String file, ReportBytes report) {
        long limit = profile.read().unpackedLimit();
        return ReportName.isPacked(file) ? () -> new UnpackedBytes(report.open(), limit)
                : ReportName.isWorkbook(file) ? () -> SheetText.of(report, profile.read().sheet(), limit) : report;
    }

    /** The day a report was published, where the settings or the file's name tell without a look at its rows. */
    public Optional<LocalDate> publishedByName(Profile profile, String file) {
        return new DayOfReport(profile, file, settings.zone()).publishedByName();
    }

    /**
     * The day that a report is of which gave no figure: the last day of publication in its rows, or a day in its name, written
     * like 2025-01-26 or 20250126; empty where neither says one.
     */
    public Optional<LocalDate> dayOfEmpty(Profile profile, String file, ReportBytes report) throws IOException {
        DayOfReport day = new DayOfReport(profile, file, settings.zone());
        Optional<LocalDate> published = day.publishedByRows(report);
        return published.isPresent() ? published : day.inName();
    }

    private static UnreadableReport undecodable(Profile profile, ReportBytes report, Rejects rejects) throws IOException {
        String charset = profile.read().charset().name();
        String advice = "; save the file as " + charset + ", or set read.charset to what it is (often windows-1252)";
        return CharsetFault.find(report, profile.read().charset())
                .map(fault -> rejects.unreadable(fault.line(), RejectReason.CHARSET,
                        "the byte at offset %s, in line %s, is not %s".formatted(
                        fault.offset(), fault.line(), charset) + advice))
                .orElseGet(() -> rejects.unreadable(0, RejectReason.CHARSET, "the bytes are not " + charset + advice));
    }
}
