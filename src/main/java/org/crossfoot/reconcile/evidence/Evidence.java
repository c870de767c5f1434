package org.crossfoot.reconcile.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.BuiltIn;

/**
 * Everything known that bears on one date.
 *
 * @param ofDate     figures of the date, in all versions
 * @param context    figures of earlier dates that a longer period of this date contains or overlaps, and what rules tie to these
 * @param tied       figures of later dates that tell otherwise of this one, and of those that they look at
 * @param goals      every goal whose period contains the date, in all versions
 * @param missing    scheduled sources without a figure
 * @param reports    what is to be told of the reports of this date
 * @param neighbours figures of the day before and of the day after, in all versions
 * @param onRequest  what few dates need
 */
public record Evidence(LocalDate date, List<Delivery> ofDate, List<Delivery> context, List<Delivery> tied, List<Delivery> goals,
        List<Missing> missing, List<ReportFact> reports, Neighbours neighbours, OnRequest onRequest) {

    /** Of which no more is known. */
    public Evidence(LocalDate date, List<Delivery> ofDate, List<Delivery> context, List<Delivery> tied, List<Delivery> goals,
            List<Missing> missing, List<ReportFact> reports, Neighbours neighbours) {
        this(date, ofDate, context, tied, goals, missing, reports, neighbours, new OnRequest() {
        });
    }

    /** As it is known up to this date. */
    public Evidence withoutTied() {
        return new Evidence(date, ofDate, context, List.of(), goals, missing, reports, neighbours, onRequest);
    }

    /** With more of what earlier dates say. */
    public Evidence with(List<Delivery> more) {
        return new Evidence(date, ofDate, Stream.concat(context.stream(), more.stream()).toList(), tied, goals, missing, reports,
                neighbours, onRequest);
    }

    /** As if figures that are gone were still said. */
    public Evidence with(Collection<Figure> gone, Vocabulary vocabulary) {
        List<Figure> declared = gone.stream().filter(figure -> vocabulary.measures().containsKey(figure.cell().measure())
                && vocabulary.areas().byId(figure.cell().area()).isPresent()).toList();
        return new Evidence(date, and(ofDate, declared, figure -> figure.date().equals(date)),
                and(context, declared, figure -> figure.date().isBefore(date) && !isGoal(figure, vocabulary)),
                and(tied, declared, figure -> figure.date().isAfter(date)),
                and(goals, declared, figure -> isGoal(figure, vocabulary)), missing, reports, neighbours, onRequest);
    }

    private static boolean isGoal(Figure figure, Vocabulary vocabulary) {
        return vocabulary.measure(figure.cell().measure()).isGoal();
    }

    private List<Delivery> and(List<Delivery> said, List<Figure> gone, Predicate<Figure> which) {
        return Stream.concat(said.stream(), gone.stream().filter(which).map(figure -> new Delivery(figure, date, 1, true, false)))
                .toList();
    }

    /** Asked only where a possible cause is looked for: most dates need no neighbours. */
    @FunctionalInterface
    public interface Neighbours {

        List<Delivery> on(CellsWanted wanted);
    }

    /** What few dates need; what was looked at for an answer bears on the date from then on. */
    public interface OnRequest {

        /** Figures of earlier dates, in all versions. */
        default List<Delivery> between(LocalDate first, LocalDate last, CellsWanted wanted) {
            return List.of();
        }

        /**
         * What rules tie to doubtful cells of earlier dates and was not known at first; nothing where that is too much for one
         * date.
         */
        default List<Delivery> tiedTo(Set<Cell> doubtful) {
            return List.of();
        }

        /** Figures that were printed for the date, and that somebody decided to be of others; as printed. */
        default List<Figure> movedAway() {
            return List.of();
        }

        /** What is known where nobody decided that a figure is of another cell; empty where it is the same. */
        default Optional<Evidence> asPrinted() {
            return Optional.empty();
        }

        /** Figures of the date in reports that are gone. */
        default List<Figure> gone(CellsWanted wanted) {
            return List.of();
        }

        /** What of the reports with figures of the date was not read, by source; goes on after a colon. */
        default Map<String, String> notRead() {
            return Map.of();
        }
    }

    /** @param due the dates of which one should have had a figure */
    public record Missing(String source, Period due) {
    }

    /**
     * What a rule on reports has to say of one.
     *
     * @param text  goes on after the source's title; without a full stop
     * @param grave whether it is an error where the rule usually warns
     */
    public record ReportFact(BuiltIn rule, String source, String text, boolean grave) {

        public ReportFact(BuiltIn rule, String source, String text) {
            this(rule, source, text, false);
        }
    }
}
