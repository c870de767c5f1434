package org.crossfoot.settings.text;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the regular expressions of settings. */
public final class Regex {

    private static final int LONGEST = 1_000;

    private Regex() {
    }

    public static Optional<Pattern> read(YamlValue value) {
        Optional<String> text = value.textOrQuotes("write a regular expression, e.g. \"daily.*\"");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().length() > LONGEST) {
            value.wrong("found a regular expression of " + text.get().length() + " characters", "write one of at most " + LONGEST);
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(text.get()));
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            value.wrong("found " + MistakeWording.quoted(text.get()) + ": " + e.getDescription() + where,
                    "write a regular expression as java.util.regex reads it");
            return Optional.empty();
        }
    }

    /** One of whose first group something is taken. */
    public static Optional<Pattern> readWithGroup(YamlValue value) {
        Optional<Pattern> pattern = read(value);
        if (pattern.isPresent() && pattern.get().matcher("").groupCount() == 0) {
            value.wrong("found no group in " + MistakeWording.quoted(pattern.get().pattern()),
                    "put brackets around the part that is meant, e.g. \"arrests-(.*)[.]csv\"");
            return Optional.empty();
        }
        return pattern;
    }
}
