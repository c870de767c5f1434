package org.crossfoot.settings.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.settings.Place.ColumnName;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.Profile.ReadOptions;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads how a source writes its CSV: {@code read:} of a source.yml. */
final class ReadOptionsReader {

    static final ReadOptions USUAL = new ReadOptions(StandardCharsets.UTF_8, ',', '"', Layout.headedAt(1),
            Set.of("", "NA", "N/A", "-"), 2L << 30, false, null);

    private static final List<String> KEYS = List.of("charset", "delimiter", "quote", "header_line", "header_lines", "header",
            "fill_down", "stop_at", "escape", "missing", "unpacked_limit", "may_shrink", "sheet");
    private static final List<String> HEADER_KEYS = List.of("header_line", "header_lines", "header");
    private static final int LAST_HEADER_LINE = 1_000_000;
    private static final int MOST_HEADER_LINES = 5;
    private static final String EVERY_ASCII_SIGN = ",;\t\r\n\"'09azAZ|";

    private ReadOptionsReader() {
    }

    static ReadOptions read(YamlValue value) {
        return value.mapping("write a mapping, e.g. { charset: windows-1252, delimiter: \";\" }").map(read -> {
            read.only(Stream.concat(KEYS.stream(), AmountStyleReader.KEYS.stream()).toList());
            char delimiter = read.get("delimiter").flatMap(ReadOptionsReader::delimiter).orElse(USUAL.delimiter());
            Character quote = read.has("quote") ? quote(read.get("quote").get(), delimiter) : USUAL.quote();
            if (!read.has("quote") && delimiter == USUAL.quote()) {
                read.get("delimiter").get()
                        .wrong("found the quote character", "write another delimiter, or quote: none beside it");
            }
            return new ReadOptions(
                    read.get("charset").flatMap(ReadOptionsReader::charset).orElse(USUAL.charset()),
                    delimiter, quote,
                    layout(read, delimiter, quote),
                    read.get("missing").map(ReadOptionsReader::missing).orElse(USUAL.missing()),
                    read.get("unpacked_limit").flatMap(YamlValue::byteCount).orElse(USUAL.unpackedLimit()),
                    read.get("may_shrink").flatMap(YamlValue::truth).orElse(USUAL.mayShrink()),
                    read.get("sheet")
                    .flatMap(sheet -> sheet.text("write the name of a sheet, or a regular expression that it matches"))
                    .orElse(null));
        }).orElse(USUAL);
    }

    private static Layout layout(YamlMapping read, char delimiter, Character quote) {
        return new Layout(headerLines(read), read.get("fill_down").map(ReadOptionsReader::fillDown).orElse(List.of()),
                read.get("stop_at").flatMap(YamlValue::regex).orElse(null),
                read.get("escape").flatMap(value -> escape(value, delimiter, quote)).orElse(null));
    }

    private static List<Integer> headerLines(YamlMapping read) {
        List<String> given = HEADER_KEYS.stream().filter(read::has).toList();
        if (given.size() > 1) {
            read.get(given.get(1)).get().wrong("found " + given.get(1) + " beside " + given.get(0), "write one of them");
        }
        if (read.has("header")) {
            read.get("header").get().oneOf(List.of("none"));
            return List.of();
        }
        if (read.has("header_lines")) {
            return headerLines(read.get("header_lines").get());
        }
        return read.get("header_line").flatMap(line -> line.number(1, LAST_HEADER_LINE)).map(List::of)
                .orElse(USUAL.layout().headerLines());
    }

    private static List<Integer> headerLines(YamlValue value) {
        String right = "write the lines of the header from the top, e.g. [1, 2]";
        List<YamlValue> items = value.items(right);
        List<Integer> lines = items.stream().flatMap(item -> item.number(1, LAST_HEADER_LINE).stream()).toList();
        boolean ascending = IntStream.range(1, lines.size()).allMatch(i -> lines.get(i - 1) < lines.get(i));
        if (value.isList() && (items.isEmpty() || items.size() > MOST_HEADER_LINES || !ascending)) {
            value.wrong(items.isEmpty() ? "found an empty list" : !ascending ? "found lines that do not go down"
                    : "found " + items.size() + " lines",
                    items.size() > MOST_HEADER_LINES ? "write at most " + MOST_HEADER_LINES : right);
        }
        return lines.isEmpty() ? USUAL.layout().headerLines() : lines;
    }

    private static List<ColumnName> fillDown(YamlValue value) {
        return value.items("write a list of columns, e.g. [Office]").stream()
                .flatMap(item -> item.text("write a column's header").stream()).map(name -> new ColumnName(name, false)).toList();
    }

    private static Optional<Character> escape(YamlValue value, char delimiter, Character quote) {
        String right = "write one character in quotes, e.g. \"\\\\\"";
        Optional<Character> escape = value.textOrEmpty(right).flatMap(text -> character(value, text, right));
        if (escape.filter(found -> found == delimiter || quote != null && found.equals(quote)).isPresent()) {
            value.wrong("found the delimiter or the quote character", "write another one");
        }
        return escape;
    }

    private static Optional<Charset> charset(YamlValue value) {
        String right = "write UTF-8, windows-1252 or another charset that Java knows and that contains ASCII";
        return value.meaning(right, ReadOptionsReader::charset);
    }

    /** Lines and cells are found by their ASCII signs, which leaves out UTF-16, UTF-32 and the like. */
    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name)).filter(charset -> charset.canEncode()
                    && new String(EVERY_ASCII_SIGN.getBytes(StandardCharsets.US_ASCII), charset).equals(EVERY_ASCII_SIGN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Character> delimiter(YamlValue value) {
        String right = "write one character in quotes, e.g. \";\", or tab";
        Optional<String> text = value.textOrEmpty(right);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return text.get().equals("tab") || text.get().equals("\\t") ? Optional.of('\t') : character(value, text.get(), right);
    }

    private static Character quote(YamlValue value, char delimiter) {
        String right = "write one character in quotes, e.g. \"'\", or none";
        Optional<String> text = value.textOrEmpty(right);
        if (text.isEmpty() || text.get().equals("none")) {
            return null;
        }
        Optional<Character> quote = character(value, text.get(), right);
        if (quote.filter(found -> found == delimiter).isPresent()) {
            value.wrong("found the delimiter", "write another quote character, or none");
        }
        return quote.orElse(null);
    }

    private static Optional<Character> character(YamlValue value, String text, String right) {
        if (text.length() != 1 || text.matches("[\\r\\n\\x00\\p{Cs}]")) {
            value.wrong(text.isEmpty() ? "found nothing" : "found " + MistakeWording.quoted(text), right);
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    private static Set<String> missing(YamlValue value) {
        Set<String> missing = new TreeSet<>();
        value.items("write a list of texts, e.g. [\"\", \"NA\"]")
                .forEach(item -> item.textOrEmpty("write a text").ifPresent(missing::add));
        return missing;
    }
}
