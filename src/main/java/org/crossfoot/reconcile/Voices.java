package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.Explanation.Mention;
import org.crossfoot.reconcile.Explanation.Statement;
import org.crossfoot.reconcile.Judge.Ruling;

/** The claims that take part in a discrepancy, by who said what; what is said of many areas in the same words counts once. */
final class Voices {

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

    /** Cells that are asked for, at most: of more, only the one a discrepancy is about. */
    private static final int CELLS_TOLD = 6;

    private static final int STATEMENTS_KEPT = 100;

    private static final Integer NOT_YET = 0;

    private final Check.Scope scope;
    private final Wording wording;
    private final Cell cell;
    private final List<List<Claim>> all;
    private final Map<Claim, Integer> numbers;
    private final Set<Integer> mentioned = new HashSet<>();

    Voices(Check.Scope scope, Cell cell, List<Claim> claims, Ruling ruling) {
        this.scope = scope;
        this.wording = scope.wording();
        this.cell = cell;
        numbers = new IdentityHashMap<>(claims.size());
        List<Claim> own = new ArrayList<>();
        List<Claim> others = new ArrayList<>();
        List<List<Claim>> taking = new ArrayList<>(List.of(claims, ruling.conflict(), ruling.blamed(), ruling.tied()));
        taking.addAll(ruling.repairs());
        for (List<Claim> some : taking) {
            for (Claim claim : some) {
                if (numbers.putIfAbsent(claim, NOT_YET) == null) {
                    (claim.cell().equals(cell) ? own : others).add(claim);
                }
            }
        }
        Map<Voice, List<Claim>> voices = new LinkedHashMap<>(2 * numbers.size());
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
                areas(voice), about.period().start(), about.period().end(),
                figure.asPrinted(), figure.amount().lowest(),
                figure.amount().hasUpperLimit() ? (Long) figure.amount().highest() : null, voice.get(0).cost(), figure.derived(),
                figure.note(), repeatedBy(voice.get(0)));
    }

    private static List<String> areas(List<Claim> voice) {
        List<String> areas = new ArrayList<>(voice.size());
        for (Claim claim : voice) {
            areas.add(claim.cell().area());
        }
        areas.sort(null);
        return List.copyOf(areas);
    }

    private List<String> repeatedBy(Claim claim) {
        Set<String> sources = new LinkedHashSet<>();
        for (Figure repeating : claim.figures().subList(1, claim.figures().size())) {
            sources.add(repeating.source());
        }
        return sources.stream().map(scope.vocabulary()::sourceTitle).toList();
    }

    private String about(List<Claim> voice) {
        Cell first = voice.get(0).cell();
        return voice.size() > 1 ? wording.measure(first) + ", " + voice.size() + " areas, " + first.period()
                : first.equals(cell) ? "" : wording.cell(first);
    }

    /** What is mentioned is kept. By number; a claim that is no part of any statement here is left out. */
    List<Mention> mentions(List<Claim> claims) {
        SortedMap<Integer, List<String>> areas = new TreeMap<>();
        for (Claim claim : claims) {
            Integer number = numbers.get(claim);
            if (number != null) {
                areas.computeIfAbsent(number, statement -> new ArrayList<>(1)).add(wording.area(claim.cell()));
            }
        }
        mentioned.addAll(areas.keySet());
        List<Mention> mentions = new ArrayList<>(areas.size());
        areas.forEach((number, named) -> {
            named.sort(null);
            mentions.add(new Mention(number, List.copyOf(named)));
        });
        return List.copyOf(mentions);
    }

    /** The cell asked for, then the others; without them where they are too many. */
    List<Cell> cells() {
        SortedSet<Cell> others = new TreeSet<>();
        for (Claim claim : numbers.keySet()) {
            if (!claim.cell().equals(cell)) {
                others.add(claim.cell());
            }
            if (others.size() == CELLS_TOLD) {
                return List.of(cell);
            }
        }
        return Stream.concat(Stream.of(cell), others.stream()).toList();
    }

    int inAll() {
        return all.size();
    }

    List<Statement> kept() {
        List<Statement> kept = new ArrayList<>();
        for (int number = 1; number <= all.size(); number++) {
            if (number <= STATEMENTS_KEPT || mentioned.contains(number)) {
                kept.add(statement(number));
            }
        }
        return List.copyOf(kept);
    }
}
