package org.crossfoot.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Starts two nights at once. One does the work; the other one is turned away, or comes just after it and finds nothing to do.
 * What is published is that of one undisturbed night.
 */
final class Pairs {

    private static final int TURNED_AWAY = 5;
    private static final int MOST_APART = 400;

    private final PrintStream out;
    private final Folder home;
    private final Random random;
    private final BuiltProgram program = new BuiltProgram();
    private final List<Long> milliseconds = new ArrayList<>();
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private int wrong;

    Pairs(PrintStream out, Folder home, long seed) {
        this.out = out;
        this.home = home;
        this.random = new Random(seed);
    }

    /** @return whether every pair came out as it should */
    boolean run(int count) throws IOException, InterruptedException {
        List<PreparedNight> nights = PreparedNight.both(home, program);
        List<Long> starting = new ArrayList<>();
        long began = System.nanoTime();
        for (int number = 1; number <= count; number++) {
            pair(nights.get(number % nights.size()), number);
            BuiltProgram.Running version = program.version(home);
            version.exitCode();
            starting.add(version.took().join().toMillis());
        }
        outcomes.forEach((outcome, times) -> out.println(times + " pairs: " + outcome));
        out.println("turned away after, Java's start included: " + spread(milliseconds) + "; for comparison, --version takes "
                + spread(starting) + "; "
                + (System.nanoTime() - began) / 1_000_000_000 + " s");
        return wrong == 0;
    }

    private void pair(PreparedNight night, int number) throws IOException, InterruptedException {
        Folder folder = night.ready().copyTo("pair-" + number);
        BuiltProgram.Running one = program.night(folder);
        Thread.sleep(random.nextInt(4) == 0 ? random.nextInt(MOST_APART) : 0);
        BuiltProgram.Running other = program.night(folder);
        String where = night.name() + " night, pair " + number;
        if (one.exitCode() == TURNED_AWAY) {
            turnedAway(where, one, other);
        } else if (other.exitCode() == TURNED_AWAY) {
            turnedAway(where, other, one);
        } else if (one.exitCode() == PreparedNight.DONE && other.exitCode() == PreparedNight.DONE) {
            count("both worked, one after the other");
        } else {
            wrong(where + ": exit codes " + one.exitCode() + " and " + other.exitCode() + ": " + one.words() + other.words());
        }
        night.whole().differences(folder.output()).forEach(difference -> wrong(where + ": " + difference));
        folder.delete();
    }

    private void turnedAway(String where, BuiltProgram.Running loser, BuiltProgram.Running winner)
            throws IOException, InterruptedException {
        milliseconds.add(loser.took().join().toMillis());
        String said = loser.words();
        if (said.contains(", process " + winner.process().pid() + ")")) {
            count("one was turned away, and named the other");
        } else if (said.contains("(just starting)")) {
            count("one was turned away before the other had written who it is");
        } else {
            wrong(where + ": the one turned away said " + said);
        }
        if (winner.exitCode() != PreparedNight.DONE) {
            wrong(where + ": the one at work ended with exit code " + winner.exitCode() + ": " + winner.words());
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private static String spread(List<Long> all) {
        List<Long> sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? "(none)" : sorted.get(sorted.size() / 2) + " ms in the median, " + sorted.get(sorted.size() - 1)
                + " ms at most";
    }

    private void wrong(String what) {
        wrong++;
        out.println("WRONG: " + what);
    }
}
