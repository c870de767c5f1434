package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/**
 * Counts the rows of a report of single events by measure, area and period, or its events where a column tells one from another.
 * Nothing of a row is kept but that it was there.
 */
public final class EventCounter implements EntryReader {

    private static final int[] NO_VALUE = {PlacedText.NO_COLUMN};

    private static final class Count {

        private final int number;
        private final Measure measure;
        private final long firstLine;
        private LocalDate published;
        private long events;

        Count(int number, Measure measure, long firstLine) {
            this.number = number;
            this.measure = measure;
            this.firstLine = firstLine;
        }

        void listedOn(LocalDate day) {
            if (published == null || day != null && day.isAfter(published)) {
                published = day;
            }
        }
    }

    private final FigureEntry entry;
    private final ReportPlaces places;
    private final LineBook book;
    private final Conditions when;
    private final SubjectReader subjects;
    private final int trust;
    private final PlacedText oncePer;
    private final Set<String> missing;
    private final CountedEvents counted = new CountedEvents();
    private final SortedMap<Cell, Count> counts = new TreeMap<>();
    private final UnlistedCells unlisted;
    private final UnreadRows unread = new UnreadRows();

    /** @param rows what the entry counts */
    public EventCounter(FigureEntry entry, ValuePlace.RowCount rows, Profile profile, Settings settings, ReportPlaces places,
            LineBook book)
            throws UnreadableReport {
        this.entry = entry;
        this.places = places;
        this.book = book;
        this.when = new Conditions(entry.when(), places);
        this.subjects = new SubjectReader(entry, profile.published(), profile.read().missing(), settings, places);
        this.oncePer = places.findOptional(rows.oncePer());
        this.missing = profile.read().missing();
        this.trust = entry.trust() == null ? profile.source().trust() : entry.trust();
        this.unlisted = new UnlistedCells(entry);
    }

    @Override
    public void read(Row row) {
        if (!when.apply(row, PlacedText.NO_COLUMN)) {
            return;
        }
        book.taken();
        boolean isOfSubject = subjects.read(row, PlacedText.NO_COLUMN, places.rejects());
        if (!isOfSubject) {
            unread.add(subjects.areas(), subjects.period());
        } else {
            unlisted.listed(subjects);
        }
        if (isOfSubject && subjects.notBegun() != null) {
            places.rejects().row(row, subjects.notBegun());
        } else if (isOfSubject) {
            for (String area : subjects.areas()) {
                count(row, counts.computeIfAbsent(new Cell(subjects.measure().id(), area, subjects.period()),
                        cell -> new Count(counts.size(), subjects.measure(), row.line())), subjects.published());
            }
        }
    }

    private void count(Row row, Count count, LocalDate published) {
        count.listedOn(published);
        if (isNew(row, count)) {
            count.events++;
            book.counted(true);
        } else {
            book.listedAgain();
        }
    }

    /** Nothing tells a row that names no event from any other: it counts. */
    private boolean isNew(Row row, Count count) {
        String event = oncePer == null ? "" : oncePer.in(row, PlacedText.NO_COLUMN);
        return event.isEmpty() || missing.contains(event) || counted.add(count.number, event);
    }

    @Override
    public String brokenColumn(Row row) {
        return when.brokenColumn(row, NO_VALUE, Stream.concat(subjects.places().stream(), Stream.ofNullable(oncePer)).toList());
    }

    @Override
    public void rowLost() {
        unread.add(null, null);
    }

    @Override
    public void end() {
        counts.forEach((cell, count) -> book.figure(count.measure, cell.area(), cell.period(), Amount.exactly(count.events),
                Long.toString(count.events),
                places.origin(count.firstLine, "", count.published, "", "", trust, entry.derived(), false)));
        unlisted.tell(unread, trust, entry.derived(), places, book);
    }
}
