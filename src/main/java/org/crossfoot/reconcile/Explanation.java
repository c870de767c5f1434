package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;

/** Puts a finding and the ruling on it into plain sentences, for one cell of a table. */
final class Explanation {

    private static final int STATEMENTS_SHOWN = 12;

    private final Wording wording;
    private final Finding finding;
    private final Judge.Ruling ruling;
    private final Map<Claim, Integer> numbers = new HashMap<>();

    private Explanation(Finding finding, Judge.Ruling ruling, Wording wording) {
        this.finding = finding;
        this.ruling = ruling;
        this.wording = wording;
    }

    static String of(Finding finding, Judge.Ruling ruling, Wording wording) {
        return new Explanation(finding, ruling, wording).text();
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        sentences.add(finding.headline());
        sentences.addAll(statements());
        sentences.addAll(finding.arithmetic());
        if (finding.tolerance() > 0) {
            sentences.add("A gap of up to " + Wording.number(finding.tolerance()) + " would be tolerated.");
        }
        sentences.addAll(verdict());
        return String.join(" ", sentences);
    }

    private List<String> statements() {
        List<String> sentences = new ArrayList<>();
        for (Claim claim : ownCellFirst()) {
            int number = numbers.size() + 1;
            numbers.put(claim, number);
            if (number <= STATEMENTS_SHOWN) {
                Figure figure = claim.figure();
                String which = figure.cell().equals(finding.cell()) ? "" : wording.cell(figure.cell()) + ": ";
                String repeats = claim.figures().size() == 1 ? "" : claim.figures().stream().skip(1).map(Figure::source).distinct()
                        .map(wording.vocabulary()::sourceTitle).collect(Collectors.joining(", ", " (said again by ", ")"));
                sentences.add("(" + number + ") " + which + wording.said(figure) + repeats + ".");
            }
        }
        if (finding.claims().size() > STATEMENTS_SHOWN) {
            sentences.add("And " + (finding.claims().size() - STATEMENTS_SHOWN) + " more figures.");
        }
        return sentences;
    }

    /** So that what the rule was checked on is shown, however many others there are. */
    private List<Claim> ownCellFirst() {
        return finding.claims().stream().sorted(Comparator.comparing(claim -> !claim.cell().equals(finding.cell()))).toList();
    }

    private List<String> verdict() {
        List<String> sentences = new ArrayList<>();
        if (finding.claims().isEmpty()) {
            return sentences;
        }
        if (!ruling.blamed().isEmpty()) {
            sentences.add("Cheapest: set aside " + list(ruling.blamed()) + ", at a cost of "
                    + ruling.blamed().stream().mapToInt(Claim::cost).sum() + " in trust.");
        }
        if (!ruling.reason().isEmpty()) {
            sentences.add(ruling.reason());
        }
        if (!ruling.tied().isEmpty()) {
            sentences.add("It cannot be told which of these is wrong: setting aside any of them costs the same: " + list(ruling.tied()) + ".");
        } else if (ruling.blamed().isEmpty() && ruling.reason().isEmpty()) {
            sentences.add("The figures cannot decide who is wrong.");
        }
        return sentences;
    }

    private String list(List<Claim> claims) {
        String shown = claims.stream().sorted(Comparator.comparing(numbers::get)).limit(STATEMENTS_SHOWN).map(this::name).collect(Collectors.joining(", "));
        return claims.size() > STATEMENTS_SHOWN ? shown + " and " + (claims.size() - STATEMENTS_SHOWN) + " more" : shown;
    }

    private String name(Claim claim) {
        Figure figure = claim.figure();
        String weight = figure.derived() ? "derived" : "trust " + claim.cost();
        int number = numbers.get(claim);
        String of = number > STATEMENTS_SHOWN ? " for " + wording.cell(figure.cell()) : "";
        return "(" + number + ") " + wording.vocabulary().sourceTitle(figure.source()) + "'s " + figure.asPrinted() + of + " ("
                + weight + ")";
    }
}
