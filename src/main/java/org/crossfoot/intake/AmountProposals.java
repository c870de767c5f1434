package org.crossfoot.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.NumberStyle.Thousands;
import org.crossfoot.figure.NumberStyle;

/**
 * Settings under which amounts could be read that are not: what their texts look like. Whether that is what the publisher means
 * is for the steward to say.
 */
public final class AmountProposals {

    /**
     * One setting.
     *
     * @param setting as it would stand in source.yml
     * @param texts   how many of the texts look like it
     * @param example one of them
     * @param remark  what is to be known of it, or empty
     */
    public record Proposal(String setting, int texts, String example, String remark) {
    }

    private static final Pattern MARKED =
            Pattern.compile("(.*[0-9+])\\s*(\\[[^\\]]{1,4}]|\\([A-Za-z]{1,3}\\)"
                    + "|[*\u2020\u2021\u00a7\u00b6#^\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}|[a-jln-zA-JLN-Z]{1,2})");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,'\u2019\u02bc \u00a0\u202f\u2009]*[0-9]");
    private static final Pattern BELOW_ZERO = Pattern.compile("[-\u2212\u2010-\u2015] ?[0-9].*|\\([0-9][0-9,.]*\\)");
    private static final Pattern SIGN = Pattern.compile("[^0-9]{1,3}|\\[[^0-9]{1,3}]");
    private static final AmountText USUAL = new AmountText(WordingSpans.USUAL);

    private final List<Proposal> proposals = new ArrayList<>();
    private final Set<String> texts;

    private AmountProposals(Collection<String> texts) {
        this.texts = new LinkedHashSet<>(texts);
        this.texts.remove("");
    }

    /** @param texts that were rejected as amounts */
    public static List<Proposal> of(Collection<String> texts) {
        AmountProposals all = new AmountProposals(texts);
        all.marks();
        all.numbers();
        all.propose("corrections: true", all.those(text -> BELOW_ZERO.matcher(text).matches()),
                "if a day below zero corrects days before it");
        all.absent();
        return List.copyOf(all.proposals);
    }

    private List<String> those(Function<String, Boolean> wanted) {
        return texts.stream().filter(wanted::apply).toList();
    }

    private void propose(String setting, List<String> alike, String remark) {
        if (!alike.isEmpty()) {
            proposals.add(new Proposal(setting, alike.size(), alike.get(0), remark));
            texts.removeAll(alike);
        }
    }

    private static boolean reads(AmountStyle style, String text) {
        return new AmountText(WordingSpans.USUAL, style).read(text) instanceof Understood;
    }

    private static String listed(Collection<String> texts) {
        return texts.stream().map(AmountProposals::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void marks() {
        Set<String> marks = new TreeSet<>();
        List<String> marked = those(text -> {
            Matcher tail = MARKED.matcher(text);
            boolean isMarked = tail.matches() && USUAL.read(tail.group(1)) instanceof Understood;
            if (isMarked) {
                marks.add(tail.group(2));
            }
            return isMarked;
        });
        propose("marks: " + listed(marks), marked, "kept beside the figure as its note");
    }

    private void numbers() {
        List<String> numbers = those(text -> NUMBER.matcher(text).matches());
        Map<String, NumberStyle> styles = new TreeMap<>();
        styles.put("numbers: { decimal: \".\" }", new NumberStyle(Thousands.COMMA_OR_SPACE, '.', 1, 1, false));
        styles.put("numbers: { thousands: \".\", decimal: \",\" }", new NumberStyle(Thousands.POINT, ',', 1, 1, false));
        styles.put("numbers: { thousands: \"'\", decimal: \".\" }", new NumberStyle(Thousands.APOSTROPHE, '.', 1, 1, false));
        styles.put("numbers: { thousands: indian }", new NumberStyle(Thousands.INDIAN, '.', 1, 1, false));
        styles.forEach((setting, style) -> propose(setting, numbers.stream().filter(texts::contains)
                .filter(text -> reads(new AmountStyle(style, List.of(), Map.of(), false), text)).toList(), ""));
        NumberStyle average = new NumberStyle(Thousands.COMMA_OR_SPACE, '.', 1, 1, true);
        propose("round: nearest", numbers.stream().filter(texts::contains)
                .filter(text -> reads(new AmountStyle(average, List.of(), Map.of(), false), text)).toList(),
                "if they are averages; unit: 1000 if they count thousands");
    }

    private void absent() {
        Set<String> signs = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> absent = those(text -> SIGN.matcher(text).matches());
        signs.addAll(absent);
        propose("absent: { " + signs.stream().map(sign -> quoted(sign) + ": unknown").collect(Collectors.joining(", ")) + " }",
                absent, "or zero, or an amount such as \"1 to 4\": its publisher says what each means");
    }
}
