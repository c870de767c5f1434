package org.crossfoot.harness;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.crossfoot.Published;
import org.crossfoot.harness.Fault.Kind;

/**
 * Lets the first, second, third ... operation of a night fail, until the night has no more of them. After each the published
 * folder must be whole, and the next night must publish what undisturbed nights do.
 */
final class Faults {

    /** What is made to fail. */
    private enum Victim { FILES, DATABASE }

    private final PrintStream out;
    private final Folder home;
    private final Map<String, List<String>> wrong = new TreeMap<>();

    Faults(PrintStream out, Folder home) {
        this.out = out;
        this.home = home;
    }

    /**
     * Runs them.
     *
     * @param night {@code first}, {@code second} or both
     * @return whether no night was lost
     */
    boolean run(List<Kind> kinds, String night, int most) throws Exception {
        Folder empty = new Folder(home.path().resolve("empty"));
        SampleNights.beforeTheFirst(empty);
        Folder first = empty.copyTo("first");
        SampleNights.run(first, 1);
        Folder ready = first.copyTo("ready");
        SampleNights.beforeTheSecond(ready);
        Folder second = ready.copyTo("second");
        SampleNights.run(second, 2);
        Map<String, String> afterFirst = Published.in(first.output());
        for (Kind kind : kinds) {
            for (Victim victim : Victim.values()) {
                if (!night.equals("first")) {
                    every(kind, victim, "second", ready, 2, new WholeResult(afterFirst, Published.in(second.output())), most);
                }
                if (!night.equals("second")) {
                    every(kind, victim, "first", empty, 1, new WholeResult(Map.of(), afterFirst), most);
                }
            }
        }
        wrong.forEach((what, where) -> out.println("WRONG " + where.size() + " times: " + what + ", first at " + where.get(0)));
        return wrong.isEmpty();
    }

    private void every(Kind kind, Victim victim, String night, Folder from, int number, WholeResult whole, int most)
            throws Exception {
        int failed = 0;
        int swallowed = 0;
        long began = System.nanoTime();
        int at = 1;
        for (; at <= most; at++) {
            Folder folder = from.copyTo(kind + "-" + victim + "-" + night + "-" + at);
            Fault fault = new Fault(kind, at);
            boolean completed = completes(folder, number, victim, fault);
            if (fault.struck() == null) {
                folder.delete();
                break;
            }
            SampleNights.endOfProcess(folder);
            failed += completed ? 0 : 1;
            swallowed += completed ? 1 : 0;
            String where = night + " night, " + kind + " " + victim + " " + at + " (" + fault.struck() + ")";
            whole.faults(folder.output()).forEach(what -> note(what, where));
            try {
                SampleNights.run(folder, number + 1);
                whole.differences(folder.output()).forEach(what -> note(what, where));
            } catch (Exception e) {
                note("the next night fails: " + e, where);
                SampleNights.endOfProcess(folder);
            }
            folder.delete();
        }
        out.printf("%s night, %s, %s: %d operations made to fail one after the other; %d nights failed, %d went on all the "
                + "same; %d s%n", night,
                victim, kind, at - 1, failed, swallowed, (System.nanoTime() - began) / 1_000_000_000);
    }

    private static boolean completes(Folder folder, int number, Victim victim, Fault fault) {
        try {
            switch (victim) {
                case FILES -> SampleNights.run(folder, number, new FaultyFiles(fault).reach(folder.output()),
                        UnaryOperator.identity());
                case DATABASE -> SampleNights.run(folder, number, folder.output(), new FaultyDatabase(fault));
                default -> throw new IllegalArgumentException(victim.toString());
            }
            return true;
        } catch (Exception e) {
            // How a night fails is not asked here, only what it leaves.
            return false;
        }
    }

    private void note(String what, String where) {
        wrong.computeIfAbsent(what, key -> new ArrayList<>()).add(where);
    }
}
