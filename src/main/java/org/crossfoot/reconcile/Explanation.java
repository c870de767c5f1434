package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.Judge.Ruling;

/**
 * Puts a finding and the ruling on it into plain sentences: what cannot be, who said what, the arithmetic, the cheapest repairs,
 * and what would change with equal trust.
 */
final class Explanation {

    private static final int STATEMENTS_SHOWN = 14;
    private static final int REPAIRS_SHOWN = 4;

    private final Wording wording;
    private final Cell cell;
    private final Ruling ruling;
    private final Map<Claim, Integer> numbers = new IdentityHashMap<>();

    private Explanation(Cell cell, Ruling ruling, Wording wording) {
        this.cell = cell;
        this.ruling = ruling;
        this.wording = wording;
    }

    static String of(Finding finding, Ruling ruling, Wording wording) {
        Explanation explanation = new Explanation(finding.cell(), ruling, wording);
        List<String> sentences = new ArrayList<>();
        sentences.add(finding.headline());
        sentences.addAll(explanation.statements(finding.claims()));
        sentences.addAll(finding.arithmetic());
        if (finding.tolerance() > 0) {
            sentences.add("A gap of up to " + Wording.number(finding.tolerance()) + " would be tolerated.");
        }
        if (!finding.claims().isEmpty()) {
            sentences.addAll(explanation.verdict());
        }
        return String.join(" ", sentences);
    }

    /** The same for rules that hold one by one but not together. */
    static String of(Judge.Joint joint, String headline, Cell cell, Wording wording) {
        Explanation explanation = new Explanation(cell, joint.ruling(), wording);
        List<String> sentences = new ArrayList<>(List.of(headline));
        sentences.addAll(explanation.statements(joint.claims()));
        sentences.addAll(explanation.verdict());
        return String.join(" ", sentences);
    }

    /** One sentence for each voice: what one source says in the same words of many cells is said once. */
    private List<String> statements(List<Claim> claims) {
        Map<Claim, Boolean> all = new IdentityHashMap<>();
        List<Claim> inOrder = new ArrayList<>();
        for (Collection<Claim> some : List.of(claims, ruling.conflict(), ruling.blamed(), ruling.tied())) {
            some.stream().filter(claim -> all.put(claim, true) == null).forEach(inOrder::add);
        }
        ruling.repairs().stream().limit(REPAIRS_SHOWN).flatMap(List::stream).filter(claim -> all.put(claim, true) == null)
                .forEach(inOrder::add);
        inOrder.sort(Comparator.comparing((Claim claim) -> !claim.cell().equals(cell)));
        Map<String, List<Claim>> voices = inOrder.stream().collect(Collectors.groupingBy(this::voice, LinkedHashMap::new, Collectors.toList()));
        List<String> sentences = new ArrayList<>();
        for (List<Claim> voice : voices.values()) {
            int number = sentences.size() + 1;
            voice.forEach(claim -> numbers.put(claim, number));
            sentences.add(statement(number, voice));
        }
        if (sentences.size() <= STATEMENTS_SHOWN) {
            return sentences;
        }
        List<String> shown = new ArrayList<>(sentences.subList(0, STATEMENTS_SHOWN));
        shown.add("And " + (sentences.size() - STATEMENTS_SHOWN) + " more statements.");
        return shown;
    }

    private String voice(Claim claim) {
        Figure figure = claim.figure();
        return String.join("\n", figure.source(), figure.attributedTo(), figure.file(), String.valueOf(figure.line()), figure.asPrinted(),
                claim.cell().measure(), claim.cell().period().toString());
    }

    private String statement(int number, List<Claim> voice) {
        Claim first = voice.get(0);
        String which = voice.size() > 1
                ? wording.measure(first.cell()) + ", " + voice.size() + " areas, " + first.cell().period() + ": "
                : first.cell().equals(cell) ? "" : wording.cell(first.cell()) + ": ";
        String repeats = first.figures().stream().skip(1).map(Figure::source).distinct().map(wording.vocabulary()::sourceTitle)
                .collect(Collectors.joining(", "));
        return "(" + number + ") " + which + wording.said(first.figure()) + (voice.size() > 1 ? " each" : "")
                + (repeats.isEmpty() ? "" : ", only repeated by " + repeats) + ".";
    }

    private List<String> verdict() {
        List<String> sentences = new ArrayList<>();
        if (!ruling.conflict().isEmpty() && ruling.conflict().size() <= STATEMENTS_SHOWN) {
            sentences.add("Cannot all be true: " + list(ruling.conflict()) + "; without any one of them the rest could be.");
        }
        if (!ruling.blamed().isEmpty()) {
            sentences.add("Probably wrong: " + names(ruling.blamed()) + ".");
        }
        sentences.addAll(repairs());
        if (!ruling.reason().isEmpty()) {
            sentences.add(ruling.reason());
        }
        if (ruling.blamed().isEmpty() && ruling.verdict() == Verdict.NOT_LOCALISED) {
            sentences.add("The figures cannot decide who is wrong" + (ruling.tied().isEmpty() ? "." : ": it may be " + names(ruling.tied()) + "."));
        }
        if (ruling.equal() != null) {
            sentences.add(equalTrust());
        }
        return sentences;
    }

    private List<String> repairs() {
        List<List<Claim>> repairs = ruling.repairs();
        if (repairs.isEmpty() || repairs.get(0).isEmpty()) {
            return List.of();
        }
        int cost = repairs.get(0).stream().mapToInt(Claim::cost).sum();
        String shown = repairs.stream().limit(REPAIRS_SHOWN).map(repair -> repair.size() > STATEMENTS_SHOWN
                ? repair.size() + " figures" : list(repair)).collect(Collectors.joining("; or "));
        String more = ruling.more() ? "; and more than " + repairs.size() + " others"
                : repairs.size() > REPAIRS_SHOWN ? "; or " + (repairs.size() - REPAIRS_SHOWN) + " others" : "";
        return List.of((repairs.size() == 1 ? "Cheapest: set aside " : "Equally cheap: set aside ") + shown + more + " (cost " + cost
                + " in trust).");
    }

    private String equalTrust() {
        Set<Claim> now = Identity.set(ruling.blamed());
        Set<Claim> then = Identity.set(ruling.equal().blamed());
        List<Claim> both = ruling.equal().blamed().stream().filter(numbers::containsKey).toList();
        if (then.containsAll(now) && !now.isEmpty()) {
            return "With equal trust the verdict would be the same.";
        }
        return both.isEmpty() ? "With equal trust this is a tie." : "With equal trust it would be " + list(both) + ".";
    }

    private String list(List<Claim> claims) {
        Map<Integer, Long> counts = claims.stream().filter(numbers::containsKey)
                .collect(Collectors.groupingBy(numbers::get, TreeMap::new, Collectors.counting()));
        List<String> shown = counts.entrySet().stream().limit(STATEMENTS_SHOWN)
                .map(entry -> "(" + entry.getKey() + ")" + (entry.getValue() > 1 ? " in " + entry.getValue() + " areas" : "")).toList();
        String joined = shown.size() < 2 ? String.join("", shown)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
        return counts.size() > STATEMENTS_SHOWN ? joined + " and " + (counts.size() - STATEMENTS_SHOWN) + " more" : joined;
    }

    private String names(List<Claim> claims) {
        String shown = claims.stream().sorted(Comparator.comparing(numbers::get)).limit(STATEMENTS_SHOWN).map(this::name)
                .collect(Collectors.joining(", "));
        return claims.size() > STATEMENTS_SHOWN ? shown + " and " + (claims.size() - STATEMENTS_SHOWN) + " more" : shown;
    }

    private String name(Claim claim) {
        Figure figure = claim.figure();
        String of = numbers.get(claim) > STATEMENTS_SHOWN ? " for " + wording.cell(claim.cell()) : "";
        return "(" + numbers.get(claim) + ") " + figure.asPrinted() + of + " (" + wording.vocabulary().sourceTitle(figure.source()) + ", "
                + (figure.derived() ? "derived" : "trust " + claim.cost()) + ")";
    }
}
