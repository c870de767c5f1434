package org.crossfoot.harness;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** {@code scripts/harness}: {@code faults|kills|pairs|histories [--seed N] [--count N]}. */
public final class Harness {

    private Harness() {
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        List<String> given = Arrays.asList(arguments);
        String what = given.isEmpty() ? "" : given.get(0);
        long seed = number(given, "--seed", System.currentTimeMillis());
        Folder home = Folder.temporary();
        boolean well;
        try {
            well = switch (what) {
                case "faults" -> new Faults(System.out, home).run(kinds(given), (int) number(given, "--count", Integer.MAX_VALUE));
                default -> throw new IllegalArgumentException("scripts/harness faults|kills|pairs|histories [--seed N] [--count N], not " + given);
            };
        } finally {
            home.delete();
        }
        System.out.println(well ? "nothing was lost" : "LOST; the same again: scripts/harness " + what + " --seed " + seed);
        System.exit(well ? 0 : 1);
    }

    /** How operations fail: {@code --kind once|lasting|done_yet_failed}, otherwise in all three ways. */
    private static List<Fault.Kind> kinds(List<String> given) {
        int at = given.indexOf("--kind");
        return at < 0 ? List.of(Fault.Kind.values()) : List.of(Fault.Kind.valueOf(given.get(at + 1).toUpperCase(Locale.ROOT)));
    }

    private static long number(List<String> given, String option, long otherwise) {
        int at = given.indexOf(option);
        return at < 0 ? otherwise : Long.parseLong(given.get(at + 1));
    }
}
