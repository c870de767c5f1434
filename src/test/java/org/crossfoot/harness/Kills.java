package org.crossfoot.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills the program at random moments of a night, and sometimes the night that finishes it too. After each kill the published
 * folder must be whole, and the night that is left alone must publish what undisturbed nights do.
 */
final class Kills {

    private final PrintStream out;
    private final Folder home;
    private final Random random;
    private final BuiltProgram program = new BuiltProgram();
    private int kills;
    private int tooLate;
    private int published;
    private int wrong;

    Kills(PrintStream out, Folder home, long seed) {
        this.out = out;
        this.home = home;
        this.random = new Random(seed);
    }

    /** @return whether no night was lost */
    boolean run(int count) throws IOException, InterruptedException {
        List<PreparedNight> nights = PreparedNight.both(home, program);
        long usual = usual(nights.get(1));
        long began = System.nanoTime();
        for (int number = 1; kills + tooLate < count; number++) {
            disturb(nights.get(number % nights.size()), number, usual);
        }
        out.printf("%d kills at random moments of the first %d ms of a night: %d met it at work, %d came after its end; after "
                + "%d of them the new"
                + " result stood, in whole or for some dates; %d s%n", kills + tooLate, usual, kills, tooLate, published,
                (System.nanoTime() - began) / 1_000_000_000);
        return wrong == 0;
    }

    /** Of a whole night, in milliseconds: the longest of three. */
    private long usual(PreparedNight night) throws IOException, InterruptedException {
        long usual = 0;
        for (int i = 0; i < 3; i++) {
            Folder folder = night.ready().copyTo("timed");
            BuiltProgram.Running running = program.night(folder);
            running.exitCode();
            usual = Math.max(usual, running.took().join().toMillis());
            folder.delete();
        }
        return usual;
    }

    private void disturb(PreparedNight night, int number, long usual) throws IOException, InterruptedException {
        Folder folder = night.ready().copyTo("killed-" + number);
        StringBuilder moments = new StringBuilder();
        do {
            long moment = random.nextLong(usual + 1);
            moments.append(moments.isEmpty() ? "" : ", then ").append(moment).append(" ms");
            BuiltProgram.Running running = program.night(folder);
            boolean ended = running.process().waitFor(moment, TimeUnit.MILLISECONDS);
            running.process().destroyForcibly().waitFor();
            tooLate += ended ? 1 : 0;
            kills += ended ? 0 : 1;
            String where = night.name() + " night " + number + ", killed after " + moments;
            night.whole().faults(folder.output()).forEach(fault -> wrong(where + ": " + fault));
            published += night.whole().hasNew(folder.output()) ? 1 : 0;
        } while (random.nextInt(4) == 0);
        BuiltProgram.Running last = program.night(folder);
        String where = night.name() + " night " + number + ", killed after " + moments;
        if (last.exitCode() != PreparedNight.DONE) {
            wrong(where + ": the next night ends with exit code " + last.exitCode() + ": " + last.words());
        } else {
            night.whole().differences(folder.output()).forEach(difference -> wrong(where + ": " + difference));
        }
        folder.delete();
    }

    private void wrong(String what) {
        wrong++;
        out.println("WRONG: " + what);
    }
}
