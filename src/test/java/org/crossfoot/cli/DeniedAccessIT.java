package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user that runs Crossfoot may not read or write costs itself alone; nothing that stood is taken away for it. */
class DeniedAccessIT {

    private static final String CSV = "published,day,arrests\n2025-01-27,2025-01-26,%s\n";
    private static final String SOURCE = """
            title: %s
            trust: official-statement
            published: { column: published }
            figures: [ { value: { column: arrests }, measure: { is: arrests }, area: { is: us }, day: { column: day } } ]
            """;

    @TempDir
    Path home;

    private Program crossfoot;

    @BeforeEach
    void twoSourcesThatContradictEachOther() {
        crossfoot = new Program(home)
                .put("crossfoot.yml", "zone: America/New_York\nmeasures:\n  arrests: { title: Arrests }\n")
                .put("areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,\n")
                .put("a/source.yml", SOURCE.formatted("A")).put("a/26.csv", CSV.formatted("956"))
                .put("b/source.yml", "repeats: a\n" + SOURCE.formatted("B")).put("b/26.csv", CSV.formatted("1179"));
        Assumptions.assumeTrue(crossfoot.bindsPermissions(),
                "the user that runs this test reads every file, and cannot be another: not tried");
    }

    @AfterEach
    void letItBeTakenAway() throws Exception {
        new ProcessBuilder("chmod", "-R", "a+rwX", home.toString()).start().waitFor();
    }

    private void permit(String path, String permissions) throws Exception {
        Files.setPosixFilePermissions(home.resolve(path), PosixFilePermissions.fromString(permissions));
    }

    private Ended night(int exitCode) {
        Ended night = crossfoot.run("run", "--date", "2025-01-26", "--fail-on", "never");
        assertThat(night.exitCode()).as(night.err() + night.out()).isEqualTo(exitCode);
        assertThat(night.err()).doesNotContain("Exception");
        return night;
    }

    @Test
    void aReportThatMayNotBeReadIsToldAndTakenInOnceItMay() throws Exception {
        permit("input/b/26.csv", "---------");
        String told = "b/26.csv: may not be read (access denied); its owner, or root, can let the user that runs Crossfoot read "
                + "it: chmod a+r";

        assertThat(night(3).err().lines()).containsExactly("crossfoot: " + told);
        assertThat(home.resolve("output/2025-01-26/figures.csv")).content().contains("956").doesNotContain("1179");
        assertThat(crossfoot.run("check").err().lines()).containsExactly("crossfoot: " + told);

        permit("input/b/26.csv", "rw-r--r--");
        night(0);
        assertThat(home.resolve("output/2025-01-26/figures.csv")).content().contains("956", "1179");
    }

    @Test
    void whatWasPublishedStandsWhileAReportOrAFolderOfReportsMayNotBeReadAndAfterwards() throws Exception {
        night(0);
        Map<String, String> published = crossfoot.published();
        for (String[] denied : new String[][] {{"a/26.csv", "---------", "rw-r--r--"}, {"a", "---------", "rwxr-xr-x"},
                {"a", "rw-rw-rw-", "rwxr-xr-x"}, {"b", "-wx-wx-wx", "rwxr-xr-x"}}) {
            permit("input/" + denied[0], denied[1]);

            assertThat(night(3).err().lines()).as(denied[0] + " " + denied[1]).singleElement().asString()
                    .startsWith("crossfoot: " + denied[0] + (denied[0].contains(".") ? "" : "/")
                    + ": may not be read (access denied)")
                    .contains("chmod a+r");
            assertThat(crossfoot.published()).isEqualTo(published);

            permit("input/" + denied[0], denied[2]);
            assertThat(night(0).err()).isEmpty();
            assertThat(crossfoot.published()).as("once %s may be read again", denied[0]).isEqualTo(published);
        }
    }

    @Test
    void otherReportsAreTakenInWhileAFolderMayNotBeRead() throws Exception {
        night(0);
        permit("input/a", "---------");
        crossfoot.put("b/27.csv", "published,day,arrests\n2025-01-27,2025-01-26,1180\n");

        night(3);

        assertThat(home.resolve("output/2025-01-26/figures.csv")).content().contains("956", "1180");
    }

    @Test
    void aFolderThatNeverCouldBeReadIsLeftOut() throws Exception {
        permit("input/a", "---------");

        assertThat(night(3).err()).contains("a/: may not be read").doesNotContain("missing", "no plain file");
        assertThat(home.resolve("output/2025-01-26/figures.csv")).content().contains("1179").doesNotContain("956");
    }

    @Test
    void settingsThatMayNotBeReadAreAMistakeInThem() throws Exception {
        crossfoot.put("waivers.csv", "id,until,owner,reason\n");
        for (String settings : new String[] {"crossfoot.yml", "areas.csv", "waivers.csv", "b/source.yml"}) {
            permit("input/" + settings, "-w--w--w-");

            Ended night = night(2);
            assertThat(night.err().lines().filter(line -> line.startsWith(settings)))
                    .containsExactly(settings + ": found a file that may not be read (access denied);"
                            + " its owner, or root, can let the user that runs Crossfoot read it: chmod a+r");
            assertThat(home.resolve("output")).doesNotExist();

            permit("input/" + settings, "rw-rw-rw-");
        }
        permit("input", "-wx-wx-wx");
        assertThat(night(2).err()).contains("input: may not be read (access denied)");
    }

    @Test
    void outputThatMayNotBeWrittenIsToldBeforeAnythingIsRead() throws Exception {
        night(0);
        crossfoot.put("b/26.csv", CSV.formatted("1180")).put("crossfoot.yml", "none\n");
        for (String folder : new String[] {"output", "output/ledger/archive"}) {
            int runs = home.resolve("output/runs").toFile().list().length;
            permit(folder, "r-xr-xr-x");

            Ended night = night(4);

            assertThat(night.err()).contains(home.resolve(folder)
                    + ": may not be written to (access denied, or mounted for reading only)");
            assertThat(home.resolve("output/runs").toFile().list()).hasSize(runs);
            permit(folder, "rwxrwxrwx");
        }
    }
}
