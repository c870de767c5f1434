package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever audits need not be the user that runs the nights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnotherUserIT {

    private static final String NOBODY = "65534";

    private Path home;
    private Program crossfoot;

    @BeforeAll
    void theSample(@TempDir Path home) throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root can become another user, with setpriv (util-linux): what another user may read is not tried");
        this.home = home;
        crossfoot = new Program(home).withSample();
        assertThat(crossfoot.run("run", "--date", "2025-01-31").exitCode()).isOne();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended asAnother(String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
                "--clear-groups", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-jar", Program.jar().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--input", home.resolve("input").toString(), "--output", home.resolve("output").toString()));
        return crossfoot.start(home, Map.of("LC_ALL", "C.UTF-8"), command).end();
    }

    @Test
    void whatWasPublishedAndArchivedIsVerifiedAndExplained() {
        Ended verified = asAnother("verify", "--all", "--quiet");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        assertThat(asAnother("explain", "arrests", "us", "2025-01-26").exitCode()).isZero();
    }

    @Test
    void whatMayNotBeReadIsSaidToBeThatAndNotToDiffer() throws IOException {
        for (String path : List.of("ledger/archive", "2025-01-26/totals.csv", "2025-01-26/report.html", "2025-01-26/report-data",
                "assets", "ledger")) {
            Path denied = home.resolve("output").resolve(path).toRealPath();
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(denied);
            Files.setPosixFilePermissions(denied, PosixFilePermissions.fromString("rwx------"));
            Ended verified = asAnother("verify", "--all", "--quiet");
            Files.setPosixFilePermissions(denied, before);

            assertThat(verified.exitCode()).as(path + ": " + verified.out() + verified.err()).isEqualTo(4);
            assertThat(verified.err()).as(path).contains(denied.getFileName().toString(), ": access is denied");
            assertThat(verified.out()).as(path).doesNotContain("no longer", "altered", "unpacked");
        }
    }
}
