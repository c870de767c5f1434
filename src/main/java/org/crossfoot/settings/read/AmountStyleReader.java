package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.AmountText.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.NumberStyle.Thousands;
import org.crossfoot.figure.NumberStyle;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads how amounts are printed, from {@code read:} of a source.yml or from an entry, which goes before it key by key. */
final class AmountStyleReader {

    static final List<String> KEYS = List.of("numbers", "marks", "absent", "unit", "rounded", "round", "corrections");

    private static final int LARGEST_UNIT = 1_000_000_000;
    private static final String NUMBERS = "write e.g. { thousands: \".\", decimal: \",\" }";
    private static final String MARKS = "write what stands behind amounts, in quotes, e.g. [\"*\", \"(r)\"]";
    private static final String ABSENT = "write what each text means, e.g. { \"-\": zero, \".\": unknown, \"x\": \"1 to 4\" }";
    private static final String DECIMAL = "write \".\" or \",\", another mark than that of thousands";

    private AmountStyleReader() {
    }

    /** @param usual what holds where a key is absent */
    static AmountStyle read(YamlMapping mapping, AmountStyle usual) {
        if (KEYS.stream().noneMatch(mapping::has)) {
            return usual;
        }
        return new AmountStyle(numbers(mapping, usual.numbers()),
                mapping.get("marks").map(AmountStyleReader::marks).orElse(usual.marks()),
                mapping.get("absent").map(AmountStyleReader::absent).orElse(usual.absent()),
                mapping.get("corrections").flatMap(YamlValue::truth).orElse(usual.corrections()));
    }

    private static NumberStyle numbers(YamlMapping mapping, NumberStyle usual) {
        Optional<YamlMapping> numbers = mapping.get("numbers").flatMap(value -> value.mapping(NUMBERS));
        numbers.ifPresent(found -> found.only(List.of("thousands", "decimal")));
        Thousands thousands = numbers.map(found -> found.get("thousands").flatMap(AmountStyleReader::thousands)
                .orElse(Thousands.COMMA_OR_SPACE)).orElse(usual.thousands());
        char decimal = numbers.map(found -> found.get("decimal").flatMap(value -> decimal(value, thousands))
                .orElse(NumberStyle.NONE)).orElse(usual.decimal());
        boolean hasFractions = mapping.has("unit") || mapping.has("round");
        return new NumberStyle(thousands,
                hasFractions && decimal == NumberStyle.NONE && !thousands.isMark('.') ? '.' : decimal,
                mapping.get("unit").flatMap(unit -> unit.number(1, LARGEST_UNIT - 1)).orElse(usual.unit()),
                mapping.get("rounded").flatMap(step -> step.number(1, LARGEST_UNIT - 1)).orElse(usual.rounded()),
                mapping.get("round").map(round -> round.oneOf(List.of("nearest")).isPresent()).orElse(usual.nearest()));
    }

    private static Optional<Thousands> thousands(YamlValue value) {
        String right = "write one of \",\", \".\", \" \", \"'\", indian";
        Optional<String> text = value.textOrEmpty(right);
        Optional<Thousands> style = text.flatMap(Thousands::of);
        if (text.isPresent() && style.isEmpty()) {
            value.wrong(text.get().isEmpty() ? "found nothing" : "found " + MistakeWording.quoted(text.get()), right);
        }
        return style;
    }

    private static Optional<Character> decimal(YamlValue value, Thousands thousands) {
        return value.meaning(DECIMAL, text -> Optional.of(text).filter(mark -> mark.equals(".") || mark.equals(","))
                .map(mark -> mark.charAt(0)).filter(mark -> thousands == Thousands.COMMA_OR_SPACE || !thousands.isMark(mark)));
    }

    private static List<String> marks(YamlValue value) {
        List<String> marks = new ArrayList<>();
        for (YamlValue item : value.items(MARKS)) {
            item.meaning(MARKS + "; none begins with a digit", text -> Optional.of(text.strip())
                    .filter(mark -> !mark.matches("[0-9].*"))).ifPresent(marks::add);
        }
        return marks;
    }

    private static Map<String, String> absent(YamlValue value) {
        Map<String, String> absent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        value.mapping(ABSENT).ifPresent(meanings -> meanings.all().forEach((printed, meant) -> {
            if (absent.containsKey(printed.strip())) {
                meant.wrong("found " + MistakeWording.quoted(printed) + " a second time, in another case",
                        "write it once; letter case does not matter");
            }
            meaning(meant).ifPresent(meaning -> absent.put(printed.strip(), meaning));
        }));
        return absent;
    }

    private static Optional<String> meaning(YamlValue value) {
        String right = "write zero, unknown or an amount, e.g. \"1 to 4\" or \"<11\"";
        Optional<String> text = value.text(right);
        if (text.isEmpty() || text.get().equals(AmountStyle.ZERO) || text.get().equals(AmountStyle.UNKNOWN)) {
            return text;
        }
        if (new AmountText(WordingSpans.USUAL).read(text.get()) instanceof NotUnderstood not) {
            value.wrong("found " + MistakeWording.quoted(text.get()) + ": " + not.reason(), right);
            return Optional.empty();
        }
        return text;
    }
}
