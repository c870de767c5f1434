package org.crossfoot.settings.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how large something may be: {@code 500 MB}, {@code 2 GiB}. */
public final class ByteCount {

    private static final String RIGHT = "write a size in kB, MB, GB, KiB, MiB or GiB, e.g. 500 MB";
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?([a-zA-Z]+)");
    private static final Map<String, Long> UNITS = Map.of("kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L,
            "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);

    private ByteCount() {
    }

    public static Optional<Long> read(YamlValue value) {
        Optional<String> text = value.text(RIGHT);
        Optional<Long> count = text.map(SIZE::matcher).filter(Matcher::matches)
                .flatMap(size -> Optional.ofNullable(UNITS.get(size.group(2).toLowerCase(Locale.ROOT)))
                        .map(unit -> Long.parseLong(size.group(1)) * unit));
        if (text.isPresent() && count.isEmpty()) {
            value.wrong("found " + MistakeWording.quoted(text.get()), RIGHT);
        }
        return count;
    }
}
