package org.crossfoot.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the damages of {@code scripts/harness damages}. */
class DamagesTest {

    @Test
    void everyDamageOfTheLedgersFileIsToldOrHarmless(@TempDir Path home) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        boolean well = new Damages(new PrintStream(said, true, StandardCharsets.UTF_8), new Folder(home), 23).run(5);

        assertThat(well).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
