package org.crossfoot.intake.meaning;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.AmountText.AmountReading;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Origin;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** Reads the figures that an entry takes from each row: one, or one per matching column. */
public final class FigureReader implements EntryReader {

    private final FigureEntry entry;
    private final ReportPlaces places;
    private final LineBook book;
    private final int[] columns;
    private final Conditions when;
    private final SubjectReader subjects;
    private final Remembered<AmountReading> amounts;
    private final AmountStyle style;
    private final boolean mostAreShortNumbers;
    private final boolean numbersMayBeAbsent;
    private final PlacedText statement;
    private final PlacedText attributedTo;
    private final PlacedText note;
    private final int trust;
    /** Null where each row speaks for itself. */
    private final SummedRows sums;
    private final UnlistedCells unlisted;
    private final UnreadRows unread = new UnreadRows();

    public FigureReader(FigureEntry entry, Profile profile, Settings settings, ReportPlaces places, LineBook book)
            throws UnreadableReport {
        this.entry = entry;
        this.places = places;
        this.book = book;
        this.columns = entry.value() instanceof ValuePlace.OneColumn one
                ? new int[] {places.header().column(one.names())}
                : places.header().columns(((ValuePlace.MatchingColumns) entry.value()).pattern());
        this.when = new Conditions(entry.when(), places);
        this.subjects = new SubjectReader(entry, profile.published(), profile.read().missing(), settings, places);
        this.style = entry.amounts().with(profile.read().missing(), entry.missingIsZero());
        this.mostAreShortNumbers = style.numbers().readsShortNumbersAsUsual();
        this.numbersMayBeAbsent = style.hasAbsentNumbers();
        this.amounts = new Remembered<>(new AmountText(settings.wording(), style)::read);
        this.statement = places.findRemark(entry.statement());
        this.attributedTo = places.findOptional(entry.attributedTo());
        this.note = places.findRemark(entry.note());
        this.trust = entry.trust() == null ? profile.source().trust() : entry.trust();
        this.sums = entry.rows().addUp() ? new SummedRows() : null;
        this.unlisted = new UnlistedCells(entry);
    }

    @Override
    public void read(Row row) {
        for (int column : columns) {
            if (when.apply(row, column)) {
                book.taken();
                read(row, column);
            }
        }
    }

    private void read(Row row, int column) {
        String printed = row.text(column);
        Amount amount = mostAreShortNumbers ? AmountText.ofNumber(printed) : null;
        String marks = "";
        if (amount == null || numbersMayBeAbsent && style.absent().containsKey(printed)) {
            AmountReading reading = amounts.of(printed);
            if (reading instanceof AmountReading.NotKnown && sums == null && !unlisted.asked()) {
                return;
            }
            amount = null;
            if (reading instanceof AmountReading.Understood understood) {
                amount = understood.amount();
                marks = understood.marks();
            } else if (reading instanceof AmountReading.NotUnderstood refused) {
                refuse(row, column, refused.reason(), printed);
            }
        }
        boolean isOfSubject = subjects.read(row, column, places.rejects());
        Refusal notBegun = isOfSubject ? subjects.notBegun() : null;
        isOfSubject &= amount == null || notBegun != null || mayBe(amount, row, column, printed);
        if (!isOfSubject) {
            unread.add(subjects.areas(), subjects.period());
        } else {
            unlisted.listed(subjects);
        }
        if (amount == null && sums == null || !isOfSubject) {
            return;
        }
        if (notBegun != null) {
            if (amount == null || amount.equals(Amount.exactly(0))) {
                book.notBegun(subjects.areas().size());
            } else {
                places.rejects().cell(row, places.header().shown(column), notBegun, printed);
            }
            return;
        }
        Origin origin = places.origin(row.line(), text(statement, row, column), subjects.published(),
                text(attributedTo, row, column), with(marks, text(note, row, column)), trust, entry.derived(),
                sums == null && subjects.areas().size() > 1);
        // Without an iterator, which would be one more object for each figure.
        List<String> areas = subjects.areas();
        for (int i = 0; i < areas.size(); i++) {
            if (sums == null) {
                book.figure(subjects.measure(), areas.get(i), subjects.period(), amount, printed, origin);
            } else {
                sums.add(subjects.measure(), new Cell(subjects.measure().id(), areas.get(i), subjects.period()), amount,
                        printed, row, places.mergedAt(row, column), origin);
                book.counted(amount != null);
            }
        }
    }

    @Override
    public void rowLost() {
        unread.add(null, null);
    }

    @Override
    public void end() {
        if (sums != null) {
            sums.tell(unread, places, book);
        }
        unlisted.tell(unread, trust, entry.derived(), places, book);
    }

    private void refuse(Row row, int column, String reason, String printed) {
        places.rejects().cell(row, places.header().shown(column), new Refusal(RejectReason.AMOUNT, reason), printed);
    }

    /** Only what adds up over days can be corrected in another one. */
    private boolean mayBe(Amount amount, Row row, int column, String printed) {
        if (amount.isCorrection() && !(subjects.measure().isFlow() && subjects.period().isDay())) {
            refuse(row, column, CellText.quoted(printed) + " is below zero: only a day may correct days before it, and only of a"
                    + " measure that adds up over days", printed);
            return false;
        }
        return true;
    }

    private static String with(String marks, String note) {
        return marks.isEmpty() ? note : note.isEmpty() ? marks : note + " " + marks;
    }

    private static String text(PlacedText place, Row row, int column) {
        return place == null ? "" : place.meaning(place.in(row, column));
    }

    @Override
    public String brokenColumn(Row row) {
        for (int column : columns) {
            if (when.apply(row, column) && CellText.spansLines(row.cell(column))) {
                return places.header().shown(column);
            }
        }
        return when.brokenColumn(row, columns, subjects.places());
    }
}
