package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Settings;

/**
 * Reads what an amount speaks of: measure, areas, period, and when that was published. Keeps what it read last, instead of making
 * an object for each of millions of figures.
 */
final class SubjectReader {

    private final Settings settings;
    private final Interpreted<Measure> measure;
    private final Interpreted<List<String>> areas;
    private final PeriodReader period;
    private final Interpreted<Optional<LocalDate>> published;
    private final boolean toDate;
    private Measure lastMeasure;
    private List<String> lastAreas;
    private Period lastPeriod;
    private LocalDate lastPublished;
    private LocalDate begins;

    SubjectReader(FigureEntry entry, Place published, Set<String> missing, Settings settings, ReportPlaces places)
            throws UnreadableReport {
        this.settings = settings;
        this.measure = new Interpreted<>(places.find(entry.measure()), this::measure);
        this.areas = areas(entry.area(), places);
        this.period = period(entry.period(), places, missing, settings.zone());
        this.published = published == null ? null : PeriodReader.daysOrNone(published, missing, places, settings.zone());
        this.toDate = entry.toDate();
    }

    private Interpreted<List<String>> areas(Place place, ReportPlaces places) throws UnreadableReport {
        if (!places.areas().containsKey(place)) {
            places.areas().put(place, new Interpreted<>(places.find(place), this::areas));
        }
        return places.areas().get(place);
    }

    private static PeriodReader period(PeriodPlace place, ReportPlaces places, Set<String> missing, ZoneId zone)
            throws UnreadableReport {
        if (!places.periods().containsKey(place)) {
            places.periods().put(place, PeriodReader.of(place, places, missing, zone));
        }
        return places.periods().get(place);
    }

    private Meaning<Measure> measure(String id) {
        Measure declared = settings.measures().get(id);
        return declared != null ? Meaning.of(declared) : Meaning.refused(RejectReason.MEASURE,
                CellText.quoted(id) + " is no measure of crossfoot.yml; declare it there or map it in source.yml");
    }

    private Meaning<List<String>> areas(PlacedText place, String printed) {
        List<String> ids = new ArrayList<>();
        for (String name : place.meanings(printed)) {
            Optional<Area> area = settings.areas().find(name);
            if (area.isEmpty()) {
                return Meaning.refused(RejectReason.AREA,
                        CellText.quoted(name)
                        + " is no area of areas.csv; declare it there, as an alias perhaps, or map it in source.yml");
            }
            ids.add(area.get().id());
        }
        return Meaning.of(List.copyOf(ids));
    }

    /** Reads what the amount speaks of; false where that was rejected. */
    boolean read(Row row, int column, Rejects rejects) {
        lastMeasure = measure.read(row, column, rejects);
        lastAreas = areas.read(row, column, rejects);
        lastPeriod = period.read(row, column, lastMeasure, rejects);
        Optional<LocalDate> dated = published == null ? Optional.empty() : published.read(row, column, rejects);
        if (toDate && dated != null && dated.isEmpty()) {
            rejects.row(row,
                    new Refusal(RejectReason.PUBLISHED, "to_date needs the day the report was published, and it is not given"));
            return false;
        }
        if (lastMeasure == null || lastAreas == null || lastPeriod == null || dated == null) {
            return false;
        }
        lastPublished = dated.orElse(null);
        begins = lastPeriod.start();
        lastPeriod = toDate ? upTo(lastPublished, lastPeriod) : lastPeriod;
        return true;
    }

    /** Of what was read last: why it cannot have been counted where its period had not begun when it was published; or null. */
    Refusal notBegun() {
        return lastPeriod != null ? null
                : new Refusal(RejectReason.NOT_BEGUN, "holds a figure for a period that begins on " + begins
                + ", which had not begun when the report was published, on " + lastPublished);
    }

    /** Of what was read last. */
    Measure measure() {
        return lastMeasure;
    }

    /** Of what was read last: one or more, by id. */
    List<String> areas() {
        return lastAreas;
    }

    /** Of what was read last; null where it had not begun. */
    Period period() {
        return lastPeriod;
    }

    /** When what was read last was published; null where the report does not say. */
    LocalDate published() {
        return lastPublished;
    }

    /** The part of a period that had passed on a day, that day included; null where it had not begun. */
    private static Period upTo(LocalDate day, Period period) {
        if (period.start().isAfter(day)) {
            return null;
        }
        return period.isOpen() || !period.end().isAfter(day) ? period : new Period(period.start(), day);
    }

    /** The places whose texts are names or dates, and no prose. */
    List<PlacedText> places() {
        return Stream.of(List.of(measure.place(), areas.place()), period.places(),
                published == null ? List.<PlacedText>of() : List.of(published.place())).flatMap(List::stream).toList();
    }
}
