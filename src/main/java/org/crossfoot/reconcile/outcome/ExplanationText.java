package org.crossfoot.reconcile.outcome;

import static org.crossfoot.figure.FigureWording.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;

/** An explanation in plain sentences, as it stands in {@code discrepancies.csv}. */
final class ExplanationText {

    private static final int STATEMENTS_SHOWN = 14;
    private static final int REPAIRS_SHOWN = 4;

    private final Explanation explanation;

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    static String of(Explanation explanation) {
        ExplanationText text = new ExplanationText(explanation);
        List<String> sentences = new ArrayList<>(List.of(explanation.headline()));
        sentences.addAll(text.statements());
        sentences.addAll(explanation.arithmetic());
        if (explanation.tolerance() > 0) {
            sentences.add("A gap of up to " + number(explanation.tolerance()) + " would be tolerated.");
        }
        sentences.addAll(text.verdict());
        if (!explanation.bounds().isEmpty()) {
            sentences.add("Bounds: " + explanation.bounds().stream().map(ExplanationText::bounds)
                    .collect(Collectors.joining("; ")) + ".");
        }
        if (!explanation.possibleCause().isEmpty()) {
            sentences.add("Possible cause: " + explanation.possibleCause() + ".");
        }
        return String.join(" ", sentences);
    }

    static List<String> judged(Explanation explanation) {
        return new ExplanationText(explanation).verdict();
    }

    /** The first ones, and of the others those that are mentioned later, with the reason. */
    private List<String> statements() {
        Set<Integer> conflict = inConflict();
        Set<Integer> setAside = setAside();
        List<String> sentences = new ArrayList<>();
        for (NumberedStatement statement : explanation.statements()) {
            String reason = setAside.contains(statement.number()) ? ", here because it may be set aside"
                    : conflict.contains(statement.number()) ? ", here because it takes part in the conflict" : "";
            if (statement.number() <= STATEMENTS_SHOWN) {
                sentences.add(statement(statement, ""));
            } else if (!reason.isEmpty()) {
                sentences.add(statement(statement, reason));
            }
        }
        int more = explanation.statementsInAll() - sentences.size();
        if (more > 0) {
            sentences.add("And " + FigureWording.number(more) + " more " + (more == 1 ? "statement." : "statements."));
        }
        return sentences;
    }

    static Set<Integer> mentioned(Explanation explanation) {
        ExplanationText text = new ExplanationText(explanation);
        return Stream.concat(text.inConflict().stream(), text.setAside().stream()).collect(Collectors.toSet());
    }

    private Set<Integer> inConflict() {
        return numbers(Stream.of(conflictShown()));
    }

    private Set<Integer> setAside() {
        return numbers(Stream.concat(Stream.of(explanation.blamed(), explanation.tied(),
                explanation.equalTrust() == null ? List.of() : explanation.equalTrust().blamed()), repairsShown()));
    }

    private static Set<Integer> numbers(Stream<List<Mention>> lists) {
        return lists.flatMap(mentions -> mentions.stream().map(Mention::statement).sorted().limit(STATEMENTS_SHOWN))
                .collect(Collectors.toSet());
    }

    /** Nothing where it is too long to be read. */
    private List<Mention> conflictShown() {
        return figures(explanation.conflict()) <= STATEMENTS_SHOWN ? explanation.conflict() : List.of();
    }

    private Stream<List<Mention>> repairsShown() {
        return explanation.repairs().stream().limit(REPAIRS_SHOWN).filter(repair -> figures(repair) <= STATEMENTS_SHOWN);
    }

    private static int figures(List<Mention> mentions) {
        return mentions.stream().mapToInt(mention -> mention.areas().size()).sum();
    }

    private static String statement(NumberedStatement statement, String reason) {
        return "(" + statement.number() + ") " + (statement.about().isEmpty() ? "" : statement.about() + ": ") + said(statement)
                + (statement.isOfSeveralAreas() ? " each" : "")
                + (statement.repeatedBy().isEmpty() ? "" : ", only repeated by " + String.join(", ", statement.repeatedBy()))
                + reason + ".";
    }

    private static String said(NumberedStatement statement) {
        return FigureWording.said(statement.publisher(), statement.quoting(), statement.published(), statement.asPrinted(),
                Amount.between(statement.lowest(), statement.highest() == null ? Amount.NO_LIMIT : statement.highest()),
                statement.derived(), statement.file(), statement.line());
    }

    /** Who said it, in what words, and where it says so. */
    static String said(String publisher, Figure figure) {
        return FigureWording.said(publisher, figure.attributedTo(), figure.published(), figure.asPrinted(), figure.amount(),
                figure.derived(), figure.file(), figure.line());
    }

    private List<String> verdict() {
        List<String> sentences = new ArrayList<>();
        if (!conflictShown().isEmpty()) {
            sentences.add(figures(explanation.conflict()) == 1
                    ? "Cannot be true, whatever else is: " + list(explanation.conflict()) + "."
                    : "Cannot all be true: " + list(explanation.conflict()) + "; without any one of them the rest could be.");
        }
        if (!explanation.blamed().isEmpty()) {
            // Where one repair is the cheapest, all that it sets aside is wrong, whatever row it stands in.
            sentences.add(FigureWording.upperFirst(explanation.verdict().ofBlamed()) + ": "
                    + names(explanation.repairs().size() == 1 && !explanation.moreRepairs()
                    ? explanation.repairs().get(0) : explanation.blamed()) + ".");
        }
        sentences.addAll(repairs());
        if (!explanation.reason().isEmpty()) {
            sentences.add(explanation.reason());
        }
        if (explanation.blamed().isEmpty() && explanation.verdict() == Verdict.NOT_LOCALISED) {
            sentences.add("The figures cannot decide who is wrong"
                    + (explanation.tied().isEmpty() ? "." : ": it may be " + names(explanation.tied()) + "."));
        }
        if (explanation.equalTrust() != null) {
            sentences.add(explanation.equalTrust().same() ? "With equal trust the verdict would be the same."
                    : explanation.equalTrust().blamed().isEmpty() ? "With equal trust this is a tie."
                    : "With equal trust it would be " + list(explanation.equalTrust().blamed()) + ".");
        }
        return sentences;
    }

    private List<String> repairs() {
        List<List<Mention>> repairs = explanation.repairs();
        if (repairs.isEmpty()) {
            return List.of();
        }
        String shown = repairs.stream().limit(REPAIRS_SHOWN).map(this::repair).collect(Collectors.joining("; or "));
        int hidden = repairs.size() - REPAIRS_SHOWN;
        String more = explanation.moreRepairs() ? hidden > 0 ? "; and more than " + hidden + " others" : "; or others"
                : hidden > 0 ? "; or " + hidden + (hidden == 1 ? " other" : " others") : "";
        return List.of((repairs.size() == 1 && !explanation.moreRepairs() ? "Cheapest: set aside " : "Equally cheap: set aside ")
                + shown + more + " (cost "
                + explanation.cost() + " in trust).");
    }

    private String repair(List<Mention> repair) {
        return figures(repair) > STATEMENTS_SHOWN ? FigureWording.count(figures(repair), "figure") : list(repair);
    }

    private String list(List<Mention> mentions) {
        List<String> shown = mentions.stream().sorted(Comparator.comparingInt(Mention::statement)).limit(STATEMENTS_SHOWN)
                .map(mention -> "(" + mention.statement() + ")"
                + (mention.areas().size() > 1 ? " in " + mention.areas().size() + " areas" : ""))
                .toList();
        String joined = shown.size() < 2 ? String.join("", shown)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
        return mentions.size() > STATEMENTS_SHOWN ? joined + " and " + (mentions.size() - STATEMENTS_SHOWN) + " more" : joined;
    }

    private String names(List<Mention> mentions) {
        String shown = mentions.stream().sorted(Comparator.comparingInt(Mention::statement)).limit(STATEMENTS_SHOWN)
                .map(this::name)
                .collect(Collectors.joining(", "));
        return mentions.size() > STATEMENTS_SHOWN ? shown + " and " + (mentions.size() - STATEMENTS_SHOWN) + " more" : shown;
    }

    private String name(Mention mention) {
        NumberedStatement statement = explanation.statements().stream().filter(one -> one.number() == mention.statement())
                .findFirst()
                .orElseThrow();
        int areas = mention.areas().size();
        String of = statement.isOfSeveralAreas() ? " in " + (areas == 1 ? mention.areas().get(0) : areas + " areas")
                : statement.number() > STATEMENTS_SHOWN && !statement.about().isEmpty() ? " for " + statement.about() : "";
        return "(" + statement.number() + ") " + statement.asPrinted() + of + " (" + statement.publisher() + ", "
                + (statement.derived() ? "derived" : "trust " + statement.trust()) + ")";
    }

    private static String bounds(Bounds bounds) {
        return bounds.about() + ": " + (bounds.printedLowest() == null ? "not printed"
                : "printed " + FigureWording.limits(bounds.printedLowest(), bounds.printedHighest())) + ", still possible "
                + FigureWording.limits(bounds.lowest(), bounds.highest());
    }
}
