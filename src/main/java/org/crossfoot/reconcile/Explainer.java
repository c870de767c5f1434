package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.Explanation.Bounds;
import org.crossfoot.reconcile.Explanation.EqualTrust;
import org.crossfoot.reconcile.Explanation.Mention;
import org.crossfoot.reconcile.Explanation.Statement;
import org.crossfoot.reconcile.Judge.Ruling;

/** Gathers the reasons behind a finding and the ruling on it. */
final class Explainer {

    private static final int STATEMENTS_KEPT = 100;

    /** Of a sum over more cells than these, only the whole's bounds are told. */
    private static final int CELLS_BOUNDED = 6;

    private final Check.Scope scope;
    private final Wording wording;
    private final Map<Cell, Total> totals;

    Explainer(Check.Scope scope, List<Total> totals) {
        this.scope = scope;
        this.wording = scope.wording();
        this.totals = totals.stream().collect(Collectors.toMap(Total::cell, total -> total));
    }

    Explanation of(Finding finding, Ruling ruling) {
        Voices voices = new Voices(finding.cell(), finding.claims(), ruling);
        boolean judged = !finding.claims().isEmpty();
        return explanation(finding.headline(), voices, finding.arithmetic(), finding.tolerance(), judged ? ruling : null,
                judged ? bounds(finding.cell(), voices) : List.of());
    }

    /** The same for rules that hold one by one but not together. */
    Explanation of(Judge.Joint joint, String headline, Cell cell) {
        Voices voices = new Voices(cell, joint.claims(), joint.ruling());
        return explanation(headline, voices, List.of(), 0, joint.ruling(), bounds(cell, voices));
    }

    private static Explanation explanation(String headline, Voices voices, List<String> arithmetic, long tolerance, Ruling ruling,
            List<Bounds> bounds) {
        if (ruling == null) {
            return new Explanation(headline, voices.kept(), voices.inAll(), arithmetic, tolerance, List.of(), List.of(), List.of(),
                    List.of(), false, 0, null, "", null, bounds, "");
        }
        List<List<Claim>> repairs = ruling.repairs().stream().filter(repair -> !repair.isEmpty()).toList();
        List<Mention> conflict = voices.mentions(ruling.conflict());
        List<Mention> blamed = voices.mentions(ruling.blamed());
        List<Mention> tied = voices.mentions(ruling.tied());
        List<List<Mention>> setAside = repairs.stream().map(voices::mentions).toList();
        EqualTrust equalTrust = equalTrust(ruling, voices);
        return new Explanation(headline, voices.kept(), voices.inAll(), arithmetic, tolerance, conflict, blamed, tied, setAside,
                ruling.more(), repairs.isEmpty() ? 0 : repairs.get(0).stream().mapToInt(Claim::cost).sum(), ruling.verdict(),
                ruling.reason(), equalTrust, bounds, "");
    }

    private static EqualTrust equalTrust(Ruling ruling, Voices voices) {
        if (ruling.equal() == null) {
            return null;
        }
        boolean same = !ruling.blamed().isEmpty() && Identity.set(ruling.equal().blamed()).containsAll(ruling.blamed());
        return new EqualTrust(same, voices.mentions(ruling.equal().blamed()));
    }

    private List<Bounds> bounds(Cell cell, Voices voices) {
        List<Cell> cells = Stream.concat(Stream.of(cell), voices.cells()).distinct().toList();
        return (cells.size() > CELLS_BOUNDED ? List.of(cell) : cells).stream().map(totals::get).filter(Objects::nonNull)
                .map(total -> bounds(total, cell)).toList();
    }

    private Bounds bounds(Total total, Cell asked) {
        Cell cell = total.cell();
        boolean besides = !cell.equals(asked) && cell.area().equals(asked.area()) && cell.period().equals(asked.period());
        Amount printed = scope.claims().on(cell).stream().map(Claim::amount).reduce(Amount::spanning).orElse(null);
        return new Bounds(besides ? wording.measure(cell) : wording.cell(cell), cell.measure(), cell.area(), cell.period().start(), cell.period().end(),
                printed == null ? null : (Long) printed.lowest(), printed == null ? null : limit(printed.highest()), total.best(),
                total.lowest(), limit(total.highest()), total.basis().toString());
    }

    private static Long limit(long highest) {
        return highest == Amount.NO_LIMIT ? null : highest;
    }

    /** The claims that take part, by who said what; what one source says in the same words of many areas is said once. */
    private final class Voices {

        private final Cell cell;
        private final Map<Claim, Integer> numbers = new IdentityHashMap<>();
        private final List<Statement> all = new ArrayList<>();
        private final Set<Integer> mentioned = new HashSet<>();

        Voices(Cell cell, List<Claim> claims, Ruling ruling) {
            this.cell = cell;
            Map<Claim, Boolean> seen = new IdentityHashMap<>();
            List<Claim> inOrder = new ArrayList<>();
            for (Collection<Claim> some : List.of(claims, ruling.conflict(), ruling.blamed(), ruling.tied())) {
                some.stream().filter(claim -> seen.put(claim, true) == null).forEach(inOrder::add);
            }
            ruling.repairs().stream().flatMap(List::stream).filter(claim -> seen.put(claim, true) == null).forEach(inOrder::add);
            inOrder.sort(Comparator.comparing((Claim claim) -> !claim.cell().equals(cell)));
            inOrder.stream().collect(Collectors.groupingBy(Voices::voice, LinkedHashMap::new, Collectors.toList())).values().forEach(this::add);
        }

        private static List<Object> voice(Claim claim) {
            Figure figure = claim.figure();
            return List.of(figure.source(), figure.attributedTo(), figure.file(), figure.line(), figure.asPrinted(), claim.cell().measure(),
                    claim.cell().period());
        }

        private void add(List<Claim> voice) {
            int number = all.size() + 1;
            voice.forEach(claim -> numbers.put(claim, number));
            Cell about = voice.get(0).cell();
            Figure figure = voice.get(0).figure();
            all.add(new Statement(number, figure.source(), scope.vocabulary().sourceTitle(figure.source()), figure.attributedTo(),
                    figure.published(), figure.file(), figure.line(), figure.statement(), about(voice), about.measure(),
                    voice.stream().map(claim -> claim.cell().area()).sorted().toList(), about.period().start(), about.period().end(),
                    figure.asPrinted(), figure.amount().lowest(), limit(figure.amount().highest()), voice.get(0).cost(), figure.derived(),
                    figure.note(), voice.get(0).figures().stream().skip(1).map(Figure::source).distinct()
                            .map(scope.vocabulary()::sourceTitle).toList()));
        }

        private String about(List<Claim> voice) {
            Cell first = voice.get(0).cell();
            return voice.size() > 1 ? wording.measure(first) + ", " + voice.size() + " areas, " + first.period()
                    : first.equals(cell) ? "" : wording.cell(first);
        }

        /** What is mentioned is kept. By number; a claim that is no part of any statement here is left out. */
        List<Mention> mentions(List<Claim> claims) {
            Map<Integer, List<String>> areas = claims.stream().filter(numbers::containsKey).collect(Collectors.groupingBy(numbers::get,
                    TreeMap::new, Collectors.mapping(claim -> wording.area(claim.cell()), Collectors.toList())));
            mentioned.addAll(areas.keySet());
            return areas.entrySet().stream().map(entry -> new Mention(entry.getKey(), entry.getValue().stream().sorted().toList())).toList();
        }

        Stream<Cell> cells() {
            return numbers.keySet().stream().map(Claim::cell).sorted();
        }

        int inAll() {
            return all.size();
        }

        List<Statement> kept() {
            return all.stream().filter(statement -> statement.number() <= STATEMENTS_KEPT || mentioned.contains(statement.number())).toList();
        }
    }
}
