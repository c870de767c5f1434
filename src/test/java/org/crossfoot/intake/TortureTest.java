package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crossfoot.intake.ColumnUses.ColumnUse;
import org.crossfoot.intake.row.PhysicalLines.LineTooLong;
import org.crossfoot.intake.row.UnreadableReport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Other people's files, most of them broken on purpose: none may hang, fail unforeseen, or lose a line, plain or packed. */
class TortureTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final List<Supplier<TestReport>> PROFILES = List.of(
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26")).measure(header()).note(header())),
            () -> TestReport.of(entry().values(".+").day(is("2025-01-26")).area(header()))
            .charset(Charset.forName("windows-1252")).delimiter(';'),
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26"))).charset(StandardCharsets.ISO_8859_1).quote(null)
            .headerLine(3),
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26"))).delimiter('\t').quote('|'),
            () -> TestReport.of(entry().countingRows().day(is("2025-01-26"))).quote('\''),
            () -> TestReport.of(entry().value("a").day(column("b")).statement(inFileName("(.*)"))));

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
            for (Supplier<TestReport> profile : PROFILES) {
                assertTimeoutPreemptively(LIMIT, () -> everyWayOfReadingEnds(profile, bytes));
            }
            String key = assertTimeoutPreemptively(LIMIT, () -> firstColumn(bytes));
            if (key != null) {
                assertTimeoutPreemptively(LIMIT, () -> everyWayOfReadingEnds(
                        () -> TestReport.of(entry().countingOncePer(key).day(is("2025-01-26"))), bytes));
            }
        }));
    }

    private static void everyWayOfReadingEnds(Supplier<TestReport> profile, byte[] bytes) throws IOException {
        TestReport report = profile.get();
        TestReport.Outcome read = report.read(bytes);
        assertThat(read.unreadable() == null).isNotEqualTo(read.account() == null);
        if (read.account() != null) {
            assertThat(read.account().lines()).as("lines of the file")
                    .isEqualTo(physicalLines(bytes, report.profile().read().charset()));
        }
        byte[] packed = PackedReportTest.packed(bytes);
        TestReport.Outcome unpacked = profile.get().file("ice/report.csv.gz").read(packed);
        assertThat(unpacked.account()).as("the same, packed").isEqualTo(read.account());
        assertThat(unpacked.figures()).hasSameSizeAs(read.figures());
        assertThat(unpacked.rejects()).hasSameSizeAs(read.rejects());
        report.lostEnd(() -> new ByteArrayInputStream(bytes));
        try {
            report.preview(() -> new ByteArrayInputStream(bytes));
        } catch (UnreadableReport | CharacterCodingException | LineTooLong e) {
            assertThat(read.unreadable()).as("a report of which no preview is given: %s", e.getMessage()).isNotNull();
        }
    }

    /** The first column that is called like no other, or null. */
    private static String firstColumn(byte[] bytes) throws IOException {
        try {
            List<String> columns = PROFILES.get(0).get().preview(() -> new ByteArrayInputStream(bytes)).columns().stream()
                    .map(ColumnUse::column).toList();
            return columns.stream().filter(column -> Collections.frequency(columns, column) == 1).findFirst().orElse(null);
        } catch (UnreadableReport | CharacterCodingException | LineTooLong e) {
            return null;
        }
    }

    private static long physicalLines(byte[] bytes, Charset charset) throws IOException {
        String text = new String(bytes, charset);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().count();
    }
}
