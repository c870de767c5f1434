package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.cause.PossibleCauses.CauseFound;
import org.crossfoot.reconcile.cause.PossibleCauses;
import org.crossfoot.reconcile.check.AreasAddUp;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.check.Consequences;
import org.crossfoot.reconcile.check.ChecksHold;
import org.crossfoot.reconcile.check.DaysAddUp;
import org.crossfoot.reconcile.check.DaysBefore;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.check.GoalsMet;
import org.crossfoot.reconcile.check.KindsAddUp;
import org.crossfoot.reconcile.check.ReportRules;
import org.crossfoot.reconcile.check.Restatements;
import org.crossfoot.reconcile.check.RunningTotals.Fall;
import org.crossfoot.reconcile.check.RunningTotals;
import org.crossfoot.reconcile.check.SourcesAgree;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence.OnRequest;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.evidence.StandingFigures;
import org.crossfoot.reconcile.evidence.StandingGoals;
import org.crossfoot.reconcile.explain.Explainer;
import org.crossfoot.reconcile.explain.JointDiscrepancy;
import org.crossfoot.reconcile.judge.EarlierDates;
import org.crossfoot.reconcile.judge.Judge.Joint;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.judge.Judge.Ruling;
import org.crossfoot.reconcile.judge.Judge;
import org.crossfoot.reconcile.judge.StandingThen;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.TotalReasons;
import org.crossfoot.reconcile.total.DoubtfulTotals;
import org.crossfoot.reconcile.total.LostFigures;
import org.crossfoot.reconcile.total.TotalExplainer;
import org.crossfoot.reconcile.total.Totals;
import org.crossfoot.reconcile.total.Uses;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;

/**
 * Reconciles the totals of one date: checks every rule with the printed figures, decides who is probably wrong, and says what
 * can still be true. The order of the evidence never changes the outcome.
 */
public final class Reconciliation {

    private static final List<Check> CHECKS = List.of(new SourcesAgree(), new AreasAddUp(), new DaysAddUp(), new ChecksHold(),
            new KindsAddUp(), new RunningTotals(), new Restatements(), new GoalsMet(), new DaysBefore());

    private final Vocabulary vocabulary;
    private final Rules rules;
    private final Decisions decisions;
    private final Stages stages;
    private final Judge judge = new Judge();
    private final StandingThen then = new StandingThen(evidence -> judgement(scope(evidence)));

    public Reconciliation(Vocabulary vocabulary, Rules rules) {
        this(vocabulary, rules, Decisions.NONE, Stages.UNWATCHED);
    }

    public Reconciliation(Vocabulary vocabulary, Rules rules, Decisions decisions, Stages stages) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.decisions = decisions;
        this.stages = stages;
    }

    /** What is known of a date, what is wrong with it, and who probably is. */
    private record JudgedDate(Check.Scope scope, List<Finding> findings, Judgement judgement) {
    }

    public Outcome of(Evidence evidence) {
        LocalDate date = evidence.date();
        JudgedDate judged = judged(evidence);
        Check.Scope scope = judged.scope;
        List<Finding> findings = judged.findings;
        Judgement judgement = judged.judgement;
        stages.begin(date, Stage.CAUSES);
        List<Optional<CauseFound>> explained = PossibleCauses.of(scope, findings, judgement);
        stages.begin(date, Stage.TOTALS);
        List<Total> totals = DoubtfulTotals.marked(
                LostFigures.noted(new Totals(scope, judgement, judgement.open()).all(), scope), scope, judgement);
        stages.begin(date, Stage.EXPLANATIONS);
        Explainer explainer = new Explainer(scope, totals);
        Consequences consequences = new Consequences(scope, findings, claim -> judgement.setAside().contains(claim)
                || judgement.inQuestion().contains(claim));
        List<Discrepancy> discrepancies = new ArrayList<>(ReportRules.discrepancies(scope));
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Ruling ruling = judgement.rulings().get(i);
            Optional<CauseFound> cause = explained.get(i);
            FailedOn.telling(() -> finding.rule().id() + ", " + FailedOn.inWords(List.of(finding.cell())),
                    () -> discrepancies.add(discrepancy(consequences.told(finding), consequences.severity(finding), ruling,
                    cause, scope, explainer)));
        }
        rules.builtIn(BuiltIn.JOINT).ifPresent(rule -> {
            List<Discrepancy> joint = JointDiscrepancy.all(judgement.joint(), rule, scope, explainer);
            for (int i = 0; i < joint.size(); i++) {
                if (isOfDate(judgement.joint().get(i), date)) {
                    discrepancies.add(withCause(joint.get(i), explained.get(findings.size() + i), scope));
                }
            }
        });
        Collections.sort(discrepancies);
        List<Discrepancy> rows = decisions.isEmpty() ? List.copyOf(discrepancies)
                : decided(discrepancies, totals, scope, judgement);
        return new Outcome(evidence.date(), rows, totals, Uses.of(scope, judgement.setAside(), rows, decisions),
                ties(evidence, judged));
    }

    /**
     * Where a figure of an earlier date is in doubt, with all that rules tie to it: on its own date it was held against these,
     * but not beside what this date says.
     */
    private JudgedDate judged(Evidence evidence) {
        Evidence known = evidence;
        Set<Cell> doubtful = new HashSet<>();
        while (true) {
            stages.begin(known.date(), Stage.CHECKS);
            Check.Scope scope = scope(known);
            List<Finding> findings = findings(scope);
            stages.begin(known.date(), Stage.JUDGEMENT);
            Judgement judgement = judge.judge(scope, findings);
            boolean grown = Stream.of(judgement.setAside(), judgement.inQuestion()).flatMap(Set::stream).map(Claim::cell)
                    .filter(cell -> cell.period().date().isBefore(evidence.date())).map(doubtful::add)
                    .reduce(false, Boolean::logicalOr);
            List<Delivery> more = grown ? evidence.onRequest().tiedTo(doubtful) : List.of();
            if (more.size() <= known.context().size() - evidence.context().size()) {
                return new JudgedDate(scope, findings, judgement);
            }
            known = evidence.with(more);
        }
    }

    /** The rows where people decided of figures: held against what would be found without that. */
    private List<Discrepancy> decided(List<Discrepancy> found, List<Total> totals, Check.Scope scope, Judgement judgement) {
        Set<Decision> bearing = new LinkedHashSet<>();
        scope.claims().byCell().forEach(on -> on.forEach(claim -> claim.figures()
                .forEach(figure -> bearing.addAll(decisions.followed(figure)))));
        OnRequest more = scope.evidence().onRequest();
        more.movedAway().forEach(figure -> bearing.addAll(decisions.followed(figure)));
        Set<Decision> upheld = bearing.stream().filter(decision -> decision.what() == Decision.What.STANDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Discrepancy> rows = bearing.isEmpty() ? found : new DecidedRows(scope.wording(), decisions, upheld).of(found,
                new Reconciliation(vocabulary, rules).of(more.asPrinted().orElse(scope.evidence())).discrepancies(), totals);
        List<Discrepancy> onDecisions = new DecisionReview(scope, judgement, decisions).findings();
        return Stream.concat(rows.stream(), onDecisions.stream()).sorted().toList();
    }

    /**
     * Which of the discrepancies that stood and are found no more would be found again if figures they rested on were still said.
     *
     * @param stood the figures of each, by its id
     * @return those of its figures of whose cell their source says nothing any more, by id
     */
    public SortedMap<String, List<Figure>> lapsed(Evidence evidence, SortedMap<String, List<Figure>> stood) {
        SortedMap<String, List<Figure>> gone = new TreeMap<>();
        if (stood.isEmpty()) {
            return gone;
        }
        Check.Scope scope = scope(evidence);
        Set<SaidOf> said = Stream.of(scope.standing().current(), scope.standingGoals(), StandingFigures.of(Stream.concat(
                evidence.context().stream(), evidence.tied().stream()).toList()).current(), evidence.onRequest().movedAway())
                .flatMap(List::stream).map(SaidOf::of).collect(Collectors.toSet());
        stood.forEach((id, figures) -> {
            List<Figure> ofIt = figures.stream().filter(figure -> !said.contains(SaidOf.of(figure))).sorted().toList();
            if (!ofIt.isEmpty()) {
                gone.put(id, ofIt);
            }
        });
        if (!gone.isEmpty()) {
            Set<Figure> all = gone.values().stream().flatMap(List::stream).map(decisions::moved)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> again = of(evidence.with(all, vocabulary)).discrepancies().stream().map(Discrepancy::id)
                    .collect(Collectors.toSet());
            gone.keySet().retainAll(again);
        }
        return gone;
    }

    /** Who speaks of what, whatever is said. */
    private record SaidOf(String source, Cell cell) {

        static SaidOf of(Figure figure) {
            return new SaidOf(figure.source(), figure.printedCell());
        }
    }

    /** They follow from what is known up to the date: else what dates say of each other would go round. */
    private SortedMap<LocalDate, SortedSet<Cell>> ties(Evidence evidence, JudgedDate judged) {
        JudgedDate upToDate = evidence.tied().isEmpty() ? judged : judged(evidence.withoutTied());
        return new EarlierDates(upToDate.scope, upToDate.judgement, then).toldOtherwise();
    }

    private Judgement judgement(Check.Scope scope) {
        return judge.judge(scope, findings(scope));
    }

    /** Why the totals of a measure and area are what they are, one for each period; none where there is no such total. */
    public List<TotalReasons> reasons(Evidence evidence, String measure, String area) {
        JudgedDate judged = judged(evidence);
        return new TotalExplainer(judged.scope, judged.judgement).of(measure, area);
    }

    public Check.Scope scope(Evidence evidence) {
        StandingFigures standing = StandingFigures.of(evidence.ofDate());
        List<Figure> context = standing.withOtherDates(
                Stream.concat(evidence.context().stream(), evidence.tied().stream()).toList(), vocabulary);
        List<Figure> goals = StandingGoals.on(evidence.date(), StandingFigures.of(evidence.goals()).current().stream()
                .filter(this::isJudged).toList());
        List<Figure> figures = Stream.concat(standing.current().stream(), context.stream()).toList();
        List<Fall> falls = RunningTotals.falls(decisions.isEmpty() ? figures
                : figures.stream().filter(this::isJudged).toList(), vocabulary);
        Claims claims = new Claims(without(falls, figures, evidence.date()), StandingGoals.comparedOn(evidence.date(), goals),
                vocabulary, rules, decisions);
        return new Check.Scope(evidence.date(), claims, standing, goals, falls, evidence, rules, vocabulary);
    }

    /** Whether nobody decided that it is wrong. */
    private boolean isJudged(Figure figure) {
        Decision decided = decisions.isEmpty() ? null : decisions.judging(figure);
        return decided == null || decided.what() != Decision.What.SET_ASIDE;
    }

    /** Nor speaks what the same report summed of it on other dates. */
    private static List<Figure> without(List<Fall> falls, List<Figure> figures, LocalDate date) {
        Set<Figure> takenBack = falls.stream().map(Fall::before).collect(Collectors.toSet());
        Predicate<Figure> speaks = StandingFigures.holdsNoneOf(takenBack);
        return takenBack.isEmpty() ? figures : figures.stream().filter(figure -> !takenBack.contains(figure)
                && (figure.date().equals(date) || speaks.test(figure))).toList();
    }

    public static List<Finding> findings(Check.Scope scope) {
        Check.Scope judged = scope.judged();
        return CHECKS.stream().flatMap(check -> check.findings(judged).stream()).toList();
    }

    /** A conflict is told on the last date of its figures. */
    private static boolean isOfDate(Joint joint, LocalDate date) {
        return joint.claims().stream().map(claim -> claim.cell().period().date()).max(LocalDate::compareTo).filter(date::equals)
                .isPresent();
    }

    private static Discrepancy withCause(Discrepancy found, Optional<CauseFound> explained, Check.Scope scope) {
        return explained.map(cause -> found.withCause(cause.text(scope.wording()), cause.inWords(scope.wording()))).orElse(found);
    }

    private static Discrepancy discrepancy(Finding finding, Severity severity, Ruling judged, Optional<CauseFound> explained,
            Check.Scope scope, Explainer explainer) {
        Ruling ruling = explained.map(cause -> cause.first(judged)).orElse(judged);
        List<Figure> blamed = Check.figuresOf(ruling.blamed());
        return withCause(new Discrepancy(
                DiscrepancyId.of(finding.rule().id(), finding.cell().area(), finding.cell().measure(), finding.cell().period(),
                ""),
                scope.date(), finding.rule().id(), finding.cell().area(), finding.cell().measure(), finding.cell().period(), "",
                severity, finding.figures(), finding.gap(), finding.largerSide(), ruling.verdict(), blamed, "",
                explainer.of(finding, ruling)), explained, scope);
    }
}
