package org.crossfoot.harness;

import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** {@code scripts/harness}: {@code faults|kills|pairs|histories|damages [--seed N] [--count N]}. */
public final class Harness {

    private Harness() {
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAndStopAllAppenders();
        List<String> given = Arrays.asList(arguments);
        String what = given.isEmpty() ? "" : given.get(0);
        long seed = number(given, "--seed", System.currentTimeMillis());
        System.out.println(what + " with seed " + seed);
        Folder home = Folder.temporary();
        boolean well;
        try {
            well = switch (what) {
                case "faults" -> new Faults(System.out, home)
                        .run(kinds(given), text(given, "--night", "both"), (int) number(given, "--count", Integer.MAX_VALUE));
                case "kills" -> new Kills(System.out, home, seed).run((int) number(given, "--count", 200));
                case "pairs" -> new Pairs(System.out, home, seed).run((int) number(given, "--count", 50));
                case "damages" -> new Damages(System.out, home, seed).run((int) number(given, "--count", 300));
                case "histories" -> new Histories(System.out, home).run(seed, (int) number(given, "--count", 200));
                default -> throw new IllegalArgumentException("scripts/harness faults|kills|pairs|histories|damages [--seed N] "
                        + "[--count N], not " + given);
            };
        } finally {
            home.delete();
        }
        System.out.println(well ? "nothing was lost" : "LOST; the same again: scripts/harness " + what + " --seed " + seed);
        System.exit(well ? 0 : 1);
    }

    /** How operations fail: {@code --kind once|lasting|done_yet_failed}, otherwise in all three ways. */
    private static List<Fault.Kind> kinds(List<String> given) {
        String kind = text(given, "--kind", null);
        return kind == null ? List.of(Fault.Kind.values()) : List.of(Fault.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    private static long number(List<String> given, String option, long otherwise) {
        return Long.parseLong(text(given, option, String.valueOf(otherwise)));
    }

    private static String text(List<String> given, String option, String otherwise) {
        int at = given.indexOf(option);
        return at < 0 ? otherwise : given.get(at + 1);
    }
}
