package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
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
    private final List<Total> totals;

    /** @param totals by cell */
    Explainer(Check.Scope scope, List<Total> totals) {
        this.scope = scope;
        this.wording = scope.wording();
        this.totals = totals;
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
        return voices.cells().stream().map(this::total).filter(Objects::nonNull).map(total -> bounds(total, cell)).toList();
    }

    /** Null where there is none of a cell. */
    private Total total(Cell cell) {
        int low = 0;
        int high = totals.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (totals.get(middle).cell().compareTo(cell) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < totals.size() && totals.get(low).cell().equals(cell) ? totals.get(low) : null;
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

    /** What makes claims one statement: the same words of one source at one place, be it of several areas. */
    private record Voice(String source, String attributedTo, String file, long line, String asPrinted, String measure, Period period) {

        static Voice of(Claim claim) {
            Figure figure = claim.figure();
            return new Voice(figure.source(), figure.attributedTo(), figure.file(), figure.line(), figure.asPrinted(), claim.cell().measure(),
                    claim.cell().period());
        }

        // Few figures share a line: the rest of a voice hardly tells more.
        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(line) + file.hashCode()) + measure.hashCode();
        }
    }

    /** The claims that take part, by who said what. */
    private final class Voices {

        private final Cell cell;
        private final List<List<Claim>> all;
        private final Map<Claim, Integer> numbers = new IdentityHashMap<>();
        private final Set<Integer> mentioned = new HashSet<>();

        Voices(Cell cell, List<Claim> claims, Ruling ruling) {
            this.cell = cell;
            Set<Claim> seen = Identity.set();
            List<Claim> own = new ArrayList<>();
            List<Claim> others = new ArrayList<>();
            List<List<Claim>> taking = new ArrayList<>(List.of(claims, ruling.conflict(), ruling.blamed(), ruling.tied()));
            taking.addAll(ruling.repairs());
            for (List<Claim> some : taking) {
                for (Claim claim : some) {
                    if (seen.add(claim)) {
                        (claim.cell().equals(cell) ? own : others).add(claim);
                    }
                }
            }
            Map<Voice, List<Claim>> voices = new LinkedHashMap<>();
            own.forEach(claim -> voices.computeIfAbsent(Voice.of(claim), voice -> new ArrayList<>(1)).add(claim));
            others.forEach(claim -> voices.computeIfAbsent(Voice.of(claim), voice -> new ArrayList<>(1)).add(claim));
            all = List.copyOf(voices.values());
            for (int i = 0; i < all.size(); i++) {
                for (Claim claim : all.get(i)) {
                    numbers.put(claim, i + 1);
                }
            }
        }

        private Statement statement(int number) {
            List<Claim> voice = all.get(number - 1);
            Cell about = voice.get(0).cell();
            Figure figure = voice.get(0).figure();
            return new Statement(number, figure.source(), scope.vocabulary().sourceTitle(figure.source()), figure.attributedTo(),
                    figure.published(), figure.file(), figure.line(), figure.statement(), about(voice), about.measure(),
                    voice.stream().map(claim -> claim.cell().area()).sorted().toList(), about.period().start(), about.period().end(),
                    figure.asPrinted(), figure.amount().lowest(), limit(figure.amount().highest()), voice.get(0).cost(), figure.derived(),
                    figure.note(), voice.get(0).figures().stream().skip(1).map(Figure::source).distinct()
                            .map(scope.vocabulary()::sourceTitle).toList());
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

        /** The cell asked for, then the others; without them where they are too many. */
        List<Cell> cells() {
            SortedSet<Cell> others = new TreeSet<>();
            for (Claim claim : numbers.keySet()) {
                if (!claim.cell().equals(cell)) {
                    others.add(claim.cell());
                }
                if (others.size() == CELLS_BOUNDED) {
                    return List.of(cell);
                }
            }
            return Stream.concat(Stream.of(cell), others.stream()).toList();
        }

        int inAll() {
            return all.size();
        }

        List<Statement> kept() {
            return IntStream.rangeClosed(1, all.size()).filter(number -> number <= STATEMENTS_KEPT || mentioned.contains(number))
                    .mapToObj(this::statement).toList();
        }
    }
}
