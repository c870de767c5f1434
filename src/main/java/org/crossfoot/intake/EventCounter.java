package org.crossfoot.intake;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** Counts the rows of a report of single events by measure, area and period. Nothing of a row is kept but that it was there. */
final class EventCounter implements EntryReader {

    private static final int[] NO_VALUE = {PlacedText.NO_COLUMN};

    private static final class Count {

        private final long firstLine;
        private LocalDate published;
        private long rows;

        Count(long firstLine) {
            this.firstLine = firstLine;
        }

        void add(LocalDate day) {
            rows++;
            if (published == null || day != null && day.isAfter(published)) {
                published = day;
            }
        }
    }

    private final FigureEntry entry;
    private final Places places;
    private final LineBook book;
    private final Conditions when;
    private final SubjectReader subjects;
    private final String source;
    private final int trust;
    private final SortedMap<Cell, Count> counts = new TreeMap<>();

    EventCounter(FigureEntry entry, Profile profile, Settings settings, Places places, LineBook book) throws UnreadableReport {
        this.entry = entry;
        this.places = places;
        this.book = book;
        this.when = new Conditions(entry.when(), places);
        this.subjects = new SubjectReader(entry, profile.published(), profile.read().missing(), settings, places);
        this.source = profile.source().id();
        this.trust = entry.trust() == null ? profile.source().trust() : entry.trust();
    }

    @Override
    public void read(Row row) {
        if (!when.apply(row, PlacedText.NO_COLUMN)) {
            return;
        }
        Subject subject = subjects.read(row, PlacedText.NO_COLUMN, places.rejects(), book);
        if (subject != null) {
            for (String area : subject.areas()) {
                counts.computeIfAbsent(subject.cell(area), cell -> new Count(row.line())).add(subject.published());
            }
            book.counted();
        }
    }

    @Override
    public String brokenColumn(Row row) {
        return when.brokenColumn(row, NO_VALUE, subjects.places());
    }

    @Override
    public void end() {
        counts.forEach((cell, count) -> book.figure(new Figure(cell, Amount.exactly(count.rows), Long.toString(count.rows), source,
                places.file(), count.firstLine, places.positions().of(count.firstLine), count.published, "", "", trust, entry.derived())));
    }
}
