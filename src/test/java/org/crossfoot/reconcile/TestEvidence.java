package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Area.PartOf;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Breakdown;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.NumberStyle;
import org.crossfoot.figure.Measure.Kind;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Source;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.evidence.Context;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.evidence.Mentioned.SeriesOver;
import org.crossfoot.reconcile.evidence.Mentioned;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.TotalReasons;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.EquationText;
import org.crossfoot.rule.EquationText.EquationNotUnderstood;
import org.crossfoot.rule.Kinds;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Tolerance;

/**
 * What is known of one date, told in short sentences: {@code on("2025-01-26").says("ice", "arrests", "us", "2025-01-26", "956")}.
 * A period is a day, {@code 2025-01-20/2025-01-26}, or {@code 2025-01-25/..} for a goal without an end.
 */
public final class TestEvidence {

    private static final AmountText AMOUNTS = new AmountText(WordingSpans.USUAL,
            new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), true));

    private final LocalDate date;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Breakdown> breakdowns = new LinkedHashMap<>();
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Kinds> kinds = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Evidence.Missing> missing = new ArrayList<>();
    private final List<Evidence.ReportFact> reports = new ArrayList<>();

    private TestEvidence(LocalDate date) {
        this.date = date;
        for (String flow : List.of("arrests", "criminal_arrests", "collateral_arrests", "detentions")) {
            measures.put(flow, new Measure(flow, flow.replace('_', ' '), Kind.FLOW, null));
        }
        measures.put("detained_people", new Measure("detained_people", "people in detention", Kind.STOCK, null));
        measures.put("arrest_goal", new Measure("arrest_goal", "goal of arrests a day", Kind.GOAL, "arrests"));
        areas.put("us", new Area("us", "United States", null, null, List.of()));
        source("ice", 5).source("official", 2).source("press", 3);
    }

    public static TestEvidence on(String date) {
        return new TestEvidence(LocalDate.parse(date));
    }

    /** Measures that count events, beside the usual ones. */
    TestEvidence measures(Collection<String> flows) {
        flows.forEach(flow -> measures.put(flow, new Measure(flow, flow, Kind.FLOW, null)));
        return this;
    }

    public TestEvidence source(String id, int trust) {
        sources.put(id, new Source(id, id, trust, null));
        return this;
    }

    public TestEvidence repeats(String id, String original) {
        sources.put(id, new Source(id, id, sources.get(original).trust(), original));
        return this;
    }

    public TestEvidence complete(String breakdown, String... parts) {
        return breakdown("us", breakdown, true, parts);
    }

    public TestEvidence incomplete(String breakdown, String... parts) {
        return breakdown("us", breakdown, false, parts);
    }

    public TestEvidence breakdown(String whole, String breakdown, boolean complete, String... parts) {
        breakdowns.put(breakdown, new Breakdown(breakdown, complete));
        for (String part : parts) {
            List<PartOf> wholes = new ArrayList<>(List.of(new PartOf(whole, breakdown)));
            Area known = areas.remove(part);
            wholes.addAll(0, known == null ? List.of() : known.wholes());
            areas.put(part, new Area(part, part, wholes, List.of()));
        }
        return this;
    }

    public TestEvidence tolerance(String rule, String tolerance) {
        BuiltIn builtIn = BuiltIn.of(rule).orElseThrow();
        rules.add(new Rule(rule, builtIn.usualSeverity(), tolerance(tolerance), true, null));
        return this;
    }

    public TestEvidence switchOff(String rule) {
        rules.add(new Rule(rule, Severity.ERROR, Tolerance.NONE, false, null));
        return this;
    }

    public TestEvidence check(String id, String equation) {
        return check(id, equation, "0", Severity.ERROR);
    }

    public TestEvidence check(String id, String equation, String tolerance, Severity severity) {
        try {
            rules.add(new Rule(id, severity, tolerance(tolerance), true, EquationText.read(equation)));
        } catch (EquationNotUnderstood e) {
            throw new AssertionError(e);
        }
        return this;
    }

    public TestEvidence kinds(String measure, String breakdown, boolean complete, String... of) {
        kinds.add(new Kinds(measure, breakdown, complete, List.of(of)));
        return this;
    }

    private static Tolerance tolerance(String text) {
        return Tolerance.read(text).orElseThrow();
    }

    public TestEvidence says(String source, String measure, String area, String period, String printed) {
        Amount amount = ((Understood) AMOUNTS.read(printed)).amount();
        Figure figure = new Figure(new Cell(measure, area, period(period)), amount, printed, source, source + "/report.csv",
                deliveries.size() + 2, "", null, "", "", sources.get(source).trust(), false, false);
        deliveries.add(new Delivery(figure, date, 1, true, false));
        return this;
    }

    /** The figure said last quotes somebody. */
    public TestEvidence quoting(String person) {
        Figure was = last().figure();
        return lastBecomes(figure(was, was.file(), was.published(), person, was.trust(), was.derived()));
    }

    public TestEvidence derived() {
        Figure was = last().figure();
        return lastBecomes(figure(was, was.file(), was.published(), was.attributedTo(), was.trust(), true));
    }

    public TestEvidence trusted(int trust) {
        Figure was = last().figure();
        return lastBecomes(figure(was, was.file(), was.published(), was.attributedTo(), trust, was.derived()));
    }

    public TestEvidence published(String day) {
        Figure was = last().figure();
        return lastBecomes(figure(was, was.file(), LocalDate.parse(day), was.attributedTo(), was.trust(), was.derived()));
    }

    public TestEvidence in(String file) {
        Figure was = last().figure();
        return lastBecomes(figure(was, was.source() + "/" + file, was.published(), was.attributedTo(), was.trust(),
                was.derived()));
    }

    /** Several figures may stand in one line. */
    public TestEvidence atLine(long line) {
        Figure was = last().figure();
        return lastBecomes(new Figure(was.cell(), was.amount(), was.asPrinted(), was.source(), was.file(), line, was.statement(),
                was.published(), was.attributedTo(), was.note(), was.trust(), was.derived(), false));
    }

    public TestEvidence received(String day) {
        Delivery was = last();
        return lastBecomes(new Delivery(was.figure(), LocalDate.parse(day), was.version(), was.present(), was.repeated()));
    }

    public TestEvidence version(int version) {
        Delivery was = last();
        return lastBecomes(new Delivery(was.figure(), was.receivedOn(), version, was.present(), was.repeated()));
    }

    /** The report of the figure said last no longer stands in {@code input/}, or stands there with other content. */
    public TestEvidence withdrawn() {
        Delivery was = last();
        return lastBecomes(new Delivery(was.figure(), was.receivedOn(), was.version(), false, was.repeated()));
    }

    public TestEvidence asSameBytesAgain() {
        Delivery was = last();
        return lastBecomes(new Delivery(was.figure(), was.receivedOn(), was.version(), was.present(), true));
    }

    public TestEvidence missing(String source, String due) {
        missing.add(new Evidence.Missing(source, period(due)));
        return this;
    }

    public TestEvidence empty(String source, String file) {
        reports.add(new Evidence.ReportFact(BuiltIn.REPORT_EMPTY, source, file + " holds no figure"));
        return this;
    }

    public TestEvidence repeated(String source, String file, String sameAs) {
        reports.add(new Evidence.ReportFact(BuiltIn.REPORT_REPEATED, source,
                file + " has the same bytes as " + sameAs + "; it counts once"));
        return this;
    }

    public TestEvidence shuffled(long seed) {
        Random random = new Random(seed);
        Collections.shuffle(deliveries, random);
        Collections.shuffle(reports, random);
        Collections.shuffle(missing, random);
        return this;
    }

    private Delivery last() {
        return deliveries.get(deliveries.size() - 1);
    }

    private TestEvidence lastBecomes(Figure figure) {
        Delivery was = last();
        return lastBecomes(new Delivery(figure, was.receivedOn(), was.version(), was.present(), was.repeated()));
    }

    private TestEvidence lastBecomes(Delivery delivery) {
        deliveries.set(deliveries.size() - 1, delivery);
        return this;
    }

    private static Figure figure(Figure was, String file, LocalDate published, String attributedTo, int trust, boolean derived) {
        return new Figure(was.cell(), was.amount(), was.asPrinted(), was.source(), file, was.line(), was.statement(), published,
                attributedTo, was.note(), trust, derived, false);
    }

    public static Period period(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Period.day(LocalDate.parse(text));
        }
        LocalDate start = LocalDate.parse(text.substring(0, slash));
        return text.endsWith("/..") ? Period.openFrom(start) : new Period(start, LocalDate.parse(text.substring(slash + 1)));
    }

    public static Cell cell(String measure, String area, String period) {
        return new Cell(measure, area, period(period));
    }

    public Vocabulary vocabulary() {
        return new Vocabulary(new Areas(areas.values()), breakdowns, measures, sources);
    }

    public Rules rules() {
        return new Rules(rules, kinds);
    }

    public List<Delivery> deliveries() {
        return deliveries;
    }

    public List<Figure> figures() {
        return deliveries.stream().map(Delivery::figure).toList();
    }

    public Claims claims() {
        return new Claims(figures(), vocabulary(), rules());
    }

    /** As the ledger would hand it over for the date. */
    public Evidence evidence() {
        List<Delivery> ofDate = deliveries.stream().filter(delivery -> delivery.figure().date().equals(date)).toList();
        List<Delivery> context = new Context(date, ofDate, vocabulary(), rules(), new Context.Earlier() {
            @Override
            public List<Mentioned> mentioned(LocalDate first, LocalDate last) {
                Map<LocalDate, List<Figure>> byDate = figures().stream()
                        .filter(figure -> !figure.date().isBefore(first) && !figure.date().isAfter(last))
                        .collect(Collectors.groupingBy(Figure::date, TreeMap::new, Collectors.toList()));
                return byDate.values().stream().flatMap(figures -> Mentioned.in(figures, series -> series).stream()).toList();
            }

            @Override
            public List<Delivery> on(LocalDate day, Set<SeriesOver> needed) {
                return deliveries.stream().filter(delivery -> needed.contains(SeriesOver.of(delivery.figure()))).toList();
            }
        }).deliveries();
        List<Delivery> goals = deliveries.stream().filter(delivery -> measures.get(delivery.figure().cell().measure()).isGoal()
                && delivery.figure().cell().period().contains(date)).toList();
        return new Evidence(date, ofDate, context, List.of(), goals, missing, reports, wanted -> deliveries.stream()
                .filter(delivery -> delivery.figure().date().equals(date.minusDays(1))
                || delivery.figure().date().equals(date.plusDays(1)))
                .filter(delivery -> isAmong(wanted, delivery.figure().cell())).toList());
    }

    private static boolean isAmong(CellsWanted wanted, Cell cell) {
        return wanted.include(cell.measure(), cell.area(), cell.period());
    }

    public Outcome outcome() {
        return new Reconciliation(vocabulary(), rules()).of(evidence());
    }

    /** Why the total of a day is what it is. */
    public TotalReasons reasons(String measure, String area, String period) {
        return new Reconciliation(vocabulary(), rules()).reasons(evidence(), measure, area).stream()
                .filter(reasons -> reasons.total().cell().period().equals(period(period))).findFirst()
                .orElseThrow(() -> new AssertionError("no total for it"));
    }

    public List<Discrepancy> discrepancies() {
        return outcome().discrepancies();
    }

    /** What a rule of this id found; its name in full, such as {@code sources-agree}. */
    public List<Discrepancy> found(String rule) {
        return discrepancies().stream().filter(discrepancy -> discrepancy.rule().equals(rule)).toList();
    }

    /** The only thing found by a rule. */
    public Discrepancy theOne(String rule) {
        List<Discrepancy> found = found(rule);
        if (found.size() != 1) {
            throw new AssertionError("not one of " + rule + ", but " + found);
        }
        return found.get(0);
    }

    public Total total(String measure, String area, String period) {
        return outcome().totals().stream().filter(total -> total.cell().equals(cell(measure, area, period))).findFirst()
                .orElseThrow(() -> new AssertionError("no total for it"));
    }

    /** {@code source=as printed}, of the figures, in their order. */
    public static List<String> said(List<Figure> figures) {
        return figures.stream().map(figure -> figure.source() + "=" + figure.asPrinted()).toList();
    }
}
