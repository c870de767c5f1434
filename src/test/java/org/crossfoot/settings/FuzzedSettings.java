package org.crossfoot.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.ReportSink;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.text.Problems.Problem;
import org.crossfoot.settings.text.SettingsException;

/**
 * What holds of settings whatever the bytes of one of their files are. The first byte chooses the file, by its place in
 * {@link #FILES} (a digit, in inputs made by hand); the other files are right.
 */
public final class FuzzedSettings {

    private static final List<String> FILES = List.of("crossfoot.yml", "areas.csv", "waivers.csv", "ice/source.yml");

    private static final byte[] REPORT = "date,arrests\n2025-01-26,956\n2025-01-27,at least 1\n".getBytes(StandardCharsets.UTF_8);

    private static final ReportSink NOWHERE = new ReportSink() {
        @Override
        public void accept(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin) {
            // Only whether it can be read matters here.
        }

        @Override
        public void accept(Reject reject) {
            // Only whether it can be read matters here.
        }
    };

    private FuzzedSettings() {
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        String file = FILES.get(Math.floorMod(input[0] - '0', FILES.size()));
        SettingsExample example = new SettingsExample().with(file, Arrays.copyOfRange(input, 1, input.length));
        try {
            Settings settings = example.read();
            Settings again = example.read();
            require(settings.measures().equals(again.measures()) && settings.rules().checks().equals(again.rules().checks())
                    && settings.waivers().equals(again.waivers()), "read otherwise the second time");
            Profile profile = settings.profiles().get("ice");
            new ReportReader(settings).read(profile, "ice/2025-01.csv", () -> new ByteArrayInputStream(REPORT), NOWHERE);
        } catch (SettingsException e) {
            long lines = new String(input, 1, input.length - 1, StandardCharsets.UTF_8).lines().count();
            require(!e.problems().isEmpty(), "wrong without a problem");
            e.problems().stream().filter(problem -> problem.file().equals(file)).forEach(problem -> tellsWhere(problem, lines));
            require(e.problems().equals(example.problems()), "other problems the second time");
        } catch (UnreadableReport e) {
            require(!e.reject().detail().isBlank(), "unreadable without a reason");
        }
    }

    private static void tellsWhere(Problem problem, long lines) {
        require(problem.line() >= 0 && problem.line() <= lines + 1, "no such line: " + problem);
        require(!problem.found().isBlank() && !problem.right().isBlank(), "says too little: " + problem);
        require(problem.toString().lines().count() == 1, "spans lines: " + problem);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
