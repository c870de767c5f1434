package org.crossfoot;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.figure.FuzzedAmount;
import org.crossfoot.intake.FuzzedReport;
import org.crossfoot.ledger.FuzzedPack;
import org.crossfoot.rule.FuzzedCheck;
import org.crossfoot.settings.FuzzedSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Tries the inputs under {@code src/test/fuzz}: those the fuzzer starts from, made by hand, and those it found a mistake with,
 * named after the mistake. {@code scripts/fuzz} searches for more with Jazzer, which this build does without.
 */
class KeptInputsTest {

    private static final Path INPUTS = Path.of("src/test/fuzz");

    @TestFactory
    Stream<DynamicTest> reports() throws IOException {
        return each("intake.FuzzedReport", FuzzedReport::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> amounts() throws IOException {
        return each("figure.FuzzedAmount", FuzzedAmount::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> checks() throws IOException {
        return each("rule.FuzzedCheck", FuzzedCheck::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> settings() throws IOException {
        return each("settings.FuzzedSettings", FuzzedSettings::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> packs() throws IOException {
        return each("ledger.FuzzedPack", FuzzedPack::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> each(String target, ThrowingConsumer<byte[]> holds) throws IOException {
        try (Stream<Path> files = Files.list(INPUTS.resolve(target))) {
            List<Path> inputs = files.sorted().toList();
            return inputs.stream().map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                byte[] bytes = Files.readAllBytes(input);
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> holds.accept(bytes));
            }));
        }
    }
}
