package org.crossfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.intake.meaning.DatePattern;
import org.crossfoot.intake.meaning.PlacedText;
import org.crossfoot.intake.meaning.Remembered;
import org.crossfoot.intake.row.Encoded;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile;

/**
 * The day that a report says it is of, apart from its figures. An empty report belongs to it: a day that lay outside the report,
 * like the night it came in, would be forgotten with the ledger.
 */
final class DayOfReport {

    /** 2025-01-26, 2025_01_26 or 20250126, and no more digits around it. */
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(\\d{4})([-_]?)(\\d{2})\\2(\\d{2})(?!\\d)");

    private final Profile profile;
    private final String file;
    private final Rejects unheard;
    private final Remembered<Meaning<LocalDate>> days;

    /**
     * Looks at one report.
     *
     * @param file path relative to {@code input/}
     * @param zone in which days are days
     */
    DayOfReport(Profile profile, String file, ZoneId zone) {
        this.profile = profile.reading(ReportName.isWorkbook(file));
        this.file = file;
        this.unheard = new Rejects(profile.source().id(), file, profile.countsRows(), null);
        this.days = new Remembered<>(profile.published() == null ? null : DatePattern.days(profile.published(), zone)::day);
    }

    /** The day of publication, where the settings or the file's name tell without a look at its rows. */
    Optional<LocalDate> publishedByName() {
        Place place = profile.published();
        if (place == null || !(place.from() instanceof Place.From.Constant || place.from() instanceof Place.From.FileName)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(day(new PlacedText(place, null, file, unheard), null));
        } catch (UnreadableReport e) {
            return Optional.empty();
        }
    }

    /** The last day of publication in its rows, also in those that were rejected; empty where they say none. */
    Optional<LocalDate> publishedByRows(ReportBytes report) throws IOException {
        if (profile.published() == null || !(profile.published().from() instanceof Place.From.NamedColumn
                || profile.published().from() instanceof Place.From.LineAbove)) {
            return Optional.empty();
        }
        try (InputStream bytes = ReportReader.unpacked(profile, file, report).open();
                PhysicalLines lines = new PhysicalLines(Encoded.reader(bytes, profile.read().charset(), unheard))) {
            Rows rows = new Rows(lines, profile.read(), profile.linesAbove());
            Header header = rows.header(profile, unheard);
            return header == null ? Optional.empty() : Optional.ofNullable(lastDay(rows, header));
        } catch (UnreadableReport e) {
            return Optional.empty();
        }
    }

    private LocalDate lastDay(Rows rows, Header header) throws IOException, UnreadableReport {
        PlacedText published = new PlacedText(profile.published(), header, file, unheard);
        LocalDate last = profile.published().from() instanceof Place.From.LineAbove ? day(published, null) : null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            LocalDate day = row.damage() == null && row.size() >= header.size() ? day(published, row) : null;
            last = day == null || last != null && last.isAfter(day) ? last : day;
        }
        return last;
    }

    private LocalDate day(PlacedText published, Row row) {
        return days.of(published.meaning(published.in(row, PlacedText.NO_COLUMN))).value();
    }

    /** The last calendar day that stands in the file's name. */
    Optional<LocalDate> inName() {
        LocalDate last = null;
        for (Matcher found = IN_NAME.matcher(ReportName.unpacked(file)); found.find();) {
            try {
                last = LocalDate.parse(found.group(1) + found.group(3) + found.group(4), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeParseException e) {
                // Eight digits that are no day, as of a number.
            }
        }
        return Optional.ofNullable(last);
    }
}
