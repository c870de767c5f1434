package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published does not depend on where and how the program runs. */
class SameBytesIT {

    private static Map<String, String> usual;

    @BeforeAll
    static void theUsualNight(@TempDir Path home) {
        Program crossfoot = withAccents(new Program(home));
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        usual = crossfoot.published();
    }

    private static Program withAccents(Program program) {
        return program.withSample().put("ice-daily-posts/f\u00e9vrier.csv",
                "posted_on,date,arrests,detainers\n2025-02-02,2025-02-01,10,11\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR",
            "-XX:ActiveProcessorCount=1 "
            + "-Duser.timezone=America/Los_Angeles -Duser.language=ar -Duser.country=EG",
        "-XX:ActiveProcessorCount=7 -Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai "
        + "-Dfile.encoding=ISO-8859-1 -Dline.separator=XX"})
    void zoneLanguageThreadsAndCharsetChangeNothing(String options, @TempDir Path home) {
        Program crossfoot = withAccents(new Program(home, options.split(" ")));

        Ended night = crossfoot.run("run", "--date", "2025-01-26", "--fail-on", "ERROR");

        assertThat(night.exitCode()).as(night.err()).isOne();
        assertThat(crossfoot.published()).isEqualTo(usual);
        assertThat(crossfoot.run("ask", "select * from reports").out()).contains("ice-daily-posts/f\u00e9vrier.csv");
        assertThat(new Program(home, "-Duser.timezone=America/St_Johns", "-Duser.language=ar", "-Duser.country=EG")
                .run("verify", "--all").out())
                .endsWith("revisions, 0 not identical\n");
    }

    @Test
    void aCallerWhoseFilesAreHisAloneGetsTheSameBytes(@TempDir Path home) {
        Program crossfoot = withAccents(new Program(home));
        List<String> command = List.of("sh", "-c", "umask 077; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", Program.jar().toString(), "run",
                "--date", "2025-01-26");

        assertThat(crossfoot.start(home, Map.of("LC_ALL", "C.UTF-8"), command).end().exitCode()).isOne();
        assertThat(crossfoot.published()).isEqualTo(usual);
    }

    @Test
    void whereALocaleCannotReadANameThatIsToldAndNotGuessed(@TempDir Path home) {
        Program crossfoot = withAccents(new Program(home, Map.of("LC_ALL", "C")));

        Ended night = crossfoot.run("run", "--date", "2025-01-26");

        if (night.exitCode() == 1) {
            assertThat(crossfoot.published()).as("a newer Java reads it").isEqualTo(usual);
        } else {
            assertThat(night.exitCode()).isEqualTo(3);
            assertThat(night.err())
                    .contains("its name holds characters that cannot be read in this locale; rename it, or set LC_ALL=C.UTF-8");
        }
    }
}
