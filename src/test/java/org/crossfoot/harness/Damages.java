package org.crossfoot.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.Published;
import org.crossfoot.cli.Typed.Answer;
import org.crossfoot.cli.Typed;

/**
 * Damages the file of a ledger at random. Every command must then tell the damage and the way out, and change nothing that is
 * published, or give the very answer it gives of the whole ledger.
 */
final class Damages {

    /** One of so many is mended by a rebuild besides. */
    private static final int REBUILT = 10;
    private static final int FAILED_INSIDE = 4;
    private static final String[] NIGHT = {"run", "--date", SampleNights.DATE};
    private static final String[] REBUILD = {"run", "--date", SampleNights.DATE, "--rebuild"};

    private enum Kind { CUT_OFF, ZEROED, SWAPPED, BITS_FLIPPED, EARLIER }

    private final PrintStream out;
    private final Folder home;
    private final Random random;
    private final Map<Kind, Integer> told = new LinkedHashMap<>();
    private final Map<Kind, Integer> harmless = new LinkedHashMap<>();
    private int wrong;

    private Folder ready;
    private byte[] earlier;
    private byte[] whole;
    private Map<String, String> before;
    private Map<String, String> after;
    private Map<String, String> anew;
    private Answer undisturbed;
    private final Map<List<String>, Answer> answers = new LinkedHashMap<>();

    Damages(PrintStream out, Folder home, long seed) {
        this.out = out;
        this.home = home;
        this.random = new Random(seed);
    }

    /** @return whether every damage was told or harmless */
    boolean run(int count) throws IOException {
        long began = System.nanoTime();
        prepare();
        for (int number = 1; number <= count; number++) {
            disturb(number);
        }
        out.printf("%d damages: told %s, harmless %s, %d answers wrong; %d s%n", count, told, harmless, wrong,
                (System.nanoTime() - began) / 1_000_000_000);
        return wrong == 0;
    }

    /** Two nights, and what is new for a third. */
    private void prepare() throws IOException {
        ready = new Folder(home.path().resolve("ready"));
        SampleNights.beforeTheFirst(ready);
        typed(ready, NIGHT);
        earlier = Files.readAllBytes(database(ready));
        SampleNights.beforeTheSecond(ready);
        typed(ready, NIGHT);
        whole = Files.readAllBytes(database(ready));
        before = Published.in(ready.output());
        for (String words : List.of("status", "verify --all", "diff 2025-01-26", "explain arrests us 2025-01-26", "ask open",
                "ask late", "ask select * from discrepancies order by date, revision, id",
                "ask select * from reports order by path, version", "ask select * from revisions order by date, revision",
                "ask select * from runs order by run")) {
            List<String> command = Arrays.asList(words.split(" ", words.startsWith("ask") ? 2 : 0));
            answers.put(command, typed(ready, command.toArray(String[]::new)));
        }
        List<String> ids = typed(ready, "ask", "select distinct id from discrepancies order by id").out().lines().skip(1)
                .toList();
        answers.put(List.of("explain", ids.get(0)), typed(ready, "explain", ids.get(0)));
        SampleNights.beforeTheThird(ready);
        Folder third = ready.copyTo("third");
        undisturbed = typed(third, NIGHT);
        after = Published.in(third.output());
        Folder fresh = ready.copyTo("fresh");
        new Folder(fresh.output()).delete();
        typed(fresh, NIGHT);
        anew = Published.in(fresh.output());
        // What input/ has nothing for any more is left as it was published.
        Set<String> made = anew.keySet().stream().map(Damages::entry).collect(Collectors.toSet());
        before.keySet().stream().filter(file -> !made.contains(entry(file))).forEach(file -> anew.put(file, before.get(file)));
    }

    private void disturb(int number) throws IOException {
        Kind kind = Kind.values()[number % Kind.values().length];
        byte[] damaged = damaged(kind);
        Folder folder = ready.copyTo("damaged");
        Files.write(database(folder), damaged);
        boolean all = true;
        for (Map.Entry<List<String>, Answer> whatever : answers.entrySet()) {
            Answer answer = typed(folder, whatever.getKey().toArray(String[]::new));
            boolean tells = answer.exitCode() == FAILED_INSIDE && namesTheWayOut(answer);
            all &= tells;
            if (!tells && !answer.equals(whatever.getValue())) {
                wrong(number, kind, whatever.getKey() + " answers otherwise: " + answer);
            }
        }
        if (!Arrays.equals(Files.readAllBytes(database(folder)), damaged)) {
            wrong(number, kind, "a question changed the file");
        }
        night(number, kind, folder);
        (all ? told : harmless).merge(kind, 1, Integer::sum);
        folder.delete();
    }

    private void night(int number, Kind kind, Folder folder) {
        Answer night = typed(folder, NIGHT);
        if (night.exitCode() != FAILED_INSIDE) {
            expect(after, night.exitCode() == undisturbed.exitCode(), number, kind, "the night ends with " + night, folder);
            return;
        }
        expect(before, namesTheWayOut(night), number, kind, "the night ends with " + night, folder);
        if (number % REBUILT == 1) {
            rebuild(number, kind, folder);
        }
    }

    private void rebuild(int number, Kind kind, Folder folder) {
        Answer rebuilt = typed(folder, REBUILD);
        expect(anew, rebuilt.exitCode() == undisturbed.exitCode(), number, kind, "the rebuild ends with " + rebuilt, folder);
    }

    private void expect(Map<String, String> published, boolean well, int number, Kind kind, String how, Folder folder) {
        if (!well || !Published.in(folder.output()).equals(published)) {
            wrong(number, kind, how + (well ? " and publishes something else" : ""));
        }
    }

    private static boolean namesTheWayOut(Answer answer) {
        return answer.err().contains("crossfoot.mv.db: is damaged (") && answer.err().contains("run with --rebuild");
    }

    /** Other bytes than the whole ledger's. */
    private byte[] damaged(Kind kind) {
        byte[] bytes = whole;
        while (Arrays.equals(bytes, whole)) {
            bytes = switch (kind) {
                case CUT_OFF -> Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
                case ZEROED -> zeroed();
                case SWAPPED -> swapped();
                case BITS_FLIPPED -> flipped();
                case EARLIER -> random.nextBoolean() ? earlier
                        : Arrays.copyOf(Arrays.copyOf(earlier, 1 + random.nextInt(earlier.length)), whole.length);
                default -> throw new IllegalArgumentException(kind.toString());
            };
        }
        return bytes;
    }

    private byte[] zeroed() {
        byte[] bytes = whole.clone();
        int from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(16_384)), (byte) 0);
        return bytes;
    }

    private byte[] swapped() {
        byte[] bytes = whole.clone();
        int length = 1 + random.nextInt(8_192);
        int one = random.nextInt(bytes.length - length);
        int other = random.nextInt(bytes.length - length);
        System.arraycopy(whole, one, bytes, other, length);
        System.arraycopy(whole, other, bytes, one, length);
        return bytes;
    }

    private byte[] flipped() {
        byte[] bytes = whole.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    private void wrong(int number, Kind kind, String what) {
        wrong++;
        out.println("WRONG: damage " + number + ", " + kind + ": " + what);
    }

    private static String entry(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static Path database(Folder folder) {
        return folder.output().resolve("ledger/crossfoot.mv.db");
    }

    private static Answer typed(Folder folder, String... words) {
        return Typed.run(folder.input(), folder.output(), words);
    }
}
