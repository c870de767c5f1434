package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Other people's files, most of them broken on purpose: none may hang, fail unforeseen, or lose a line. */
class TortureTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final List<TestReport> PROFILES = List.of(
            TestReport.of(entry().values(".*").day(is("2025-01-26")).measure(header()).note(header())),
            TestReport.of(entry().values(".+").day(is("2025-01-26")).area(header())).charset(Charset.forName("windows-1252")).delimiter(';'),
            TestReport.of(entry().values(".*").day(is("2025-01-26"))).charset(StandardCharsets.ISO_8859_1).quote(null).headerLine(3),
            TestReport.of(entry().countingRows().day(is("2025-01-26"))).quote('\''),
            TestReport.of(entry().value("a").day(column("b")).statement(inFileName("(.*)"))));

    @TestFactory
    Stream<DynamicTest> everyLineIsAccountedForInTornFiles() {
        return each("torture");
    }

    @TestFactory
    Stream<DynamicTest> everyLineIsAccountedForInRealFiles() {
        return each("data");
    }

    private static Stream<DynamicTest> each(String folder) {
        Path root = SharedFolder.of(folder);
        return SharedFolder.files(folder).stream().map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> {
            byte[] bytes = Files.readAllBytes(file);
            for (TestReport profile : PROFILES) {
                TestReport.Outcome read = assertTimeoutPreemptively(LIMIT, () -> profile.read(bytes));
                assertThat(read.unreadable() == null).isNotEqualTo(read.account() == null);
                if (read.account() != null) {
                    assertThat(read.account().lines()).as("lines of the file").isEqualTo(physicalLines(bytes, profile.profile().read().charset()));
                }
            }
        }));
    }

    private static long physicalLines(byte[] bytes, Charset charset) throws IOException {
        String text = new String(bytes, charset);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().count();
    }
}
