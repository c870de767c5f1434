package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Severity;

/**
 * One disagreement is one row. A sum that holds for each publisher's own figures, and for the cells of which all say the same,
 * fails only because publishers say different things of some of its cells: that is told once, by {@code sources-agree}, and the
 * sum follows from it. It is an error of its own where a figure of a cell that nobody disputes may have to go.
 */
public final class Consequences {

    private static final Map<String, Check> SUMS = Map.of(BuiltIn.AREAS_ADD_UP.id(), new AreasAddUp(),
            BuiltIn.KINDS_ADD_UP.id(), new KindsAddUp(), BuiltIn.DAYS_ADD_UP.id(), new DaysAddUp());
    private static final Check OF_THE_SETTINGS = new ChecksHold();
    /** So many are named in the row that they follow from. */
    private static final int NAMED = 10;

    private final Map<Finding, List<Finding>> followingFrom = new IdentityHashMap<>();
    private final Map<Finding, List<Finding>> followers = new IdentityHashMap<>();
    private final Scope scope;

    /**
     * @param findings of a date
     * @param wrong    whether a claim is set aside by some cheapest repair
     */
    public Consequences(Scope scope, List<Finding> findings, Predicate<Claim> wrong) {
        this.scope = scope;
        Map<Cell, Finding> disputes = new HashMap<>();
        findings.stream().filter(finding -> BuiltIn.SOURCES_AGREE.id().equals(finding.rule().id()))
                .forEach(finding -> disputes.put(finding.cell(), finding));
        for (Finding finding : findings) {
            List<Finding> causes = disputes.isEmpty() || disputes.get(finding.cell()) == finding ? List.of()
                    : finding.claims().stream().map(Claim::cell).distinct().filter(disputes::containsKey).map(disputes::get)
                    .toList();
            if (!causes.isEmpty() && isConsequence(finding, disputes.keySet(), wrong)) {
                followingFrom.put(finding, causes);
                causes.forEach(cause -> followers.computeIfAbsent(cause, none -> new ArrayList<>()).add(finding));
            }
        }
    }

    private boolean isConsequence(Finding finding, Set<Cell> disputed, Predicate<Claim> wrong) {
        if (sumOf(finding).isEmpty()) {
            return false;
        }
        boolean elsewhere = finding.claims().stream().anyMatch(claim -> !disputed.contains(claim.cell()) && wrong.test(claim));
        if (elsewhere || !fails(finding, finding.claims().stream().flatMap(claim -> claim.figures().stream()).toList())) {
            return false;
        }
        List<Figure> agreed = finding.claims().stream().filter(claim -> !disputed.contains(claim.cell()))
                .flatMap(claim -> claim.figures().stream()).toList();
        Collection<List<Figure>> own = finding.claims().stream().flatMap(claim -> claim.figures().stream())
                .collect(Collectors.groupingBy(Figure::source, TreeMap::new, Collectors.toList())).values();
        return !fails(finding, agreed) && own.stream().noneMatch(figures -> fails(finding, figures));
    }

    private static Optional<Check> sumOf(Finding finding) {
        return finding.rule().equation() != null ? Optional.of(OF_THE_SETTINGS)
                : Optional.ofNullable(SUMS.get(finding.rule().id()));
    }

    /** Whether the sum of a finding fails for some of its figures. */
    private boolean fails(Finding finding, List<Figure> figures) {
        Scope some = new Scope(scope.date(), new Claims(figures, scope.vocabulary(), scope.rules()), scope.standing(), List.of(),
                List.of(), scope.evidence(), scope.rules(), scope.vocabulary());
        return sumOf(finding).orElseThrow().findings(some).stream()
                .anyMatch(other -> other.rule().equals(finding.rule()) && other.cell().equals(finding.cell()));
    }

    /** What a row is: one that follows from others is a note under them. */
    public Severity severity(Finding finding) {
        return followingFrom.containsKey(finding) ? Severity.INFO : finding.rule().severity();
    }

    /** The same with a sentence of what it follows from, or what follows from it. */
    public Finding told(Finding finding) {
        List<Finding> causes = followingFrom.getOrDefault(finding, List.of());
        List<Finding> follow = followers.getOrDefault(finding, List.of());
        if (causes.isEmpty() && follow.isEmpty()) {
            return finding;
        }
        List<String> arithmetic = new ArrayList<>(finding.arithmetic());
        if (!causes.isEmpty()) {
            arithmetic.add("Each publisher's own figures fit; it follows from what they say of " + named(causes, false) + ".");
        }
        if (!follow.isEmpty()) {
            arithmetic.add("From this follows: " + named(follow, true) + ".");
        }
        return new Finding(finding.rule(), finding.cell(), finding.claims(), finding.figures(), finding.gap(),
                finding.largerSide(), finding.tolerance(), finding.headline(), List.copyOf(arithmetic));
    }

    private String named(List<Finding> findings, boolean withRule) {
        FigureWording wording = scope.wording();
        String names = findings.stream().limit(NAMED).map(finding -> (withRule ? finding.rule().id() + ", " : "")
                + wording.cell(finding.cell())).collect(Collectors.joining("; "));
        int more = findings.size() - NAMED;
        return more <= 0 ? names : names + "; and " + FigureWording.number(more) + " more";
    }
}
