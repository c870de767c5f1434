package org.crossfoot.intake;

import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.dated;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;
import static org.crossfoot.intake.TestReport.mapped;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.intake.row.PhysicalLines.LineTooLong;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.ValuePlace;

/**
 * What holds of a report whatever its bytes are. The first byte chooses how it is read, by one of the {@link #PROFILES} in their
 * order (a digit, in inputs made by hand); the rest is the report.
 */
public final class FuzzedReport {

    /** Each ends reading in another way; a supplier makes one anew, as naming its file changes it. */
    private static final List<Supplier<TestReport>> PROFILES = List.of(
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26")).measure(header()).note(header()))
            .measure("a", Measure.Kind.FLOW),
            () -> TestReport.of(entry().value("n").day(column("day")).area(column("area")).statement(column("post"))
            .missingIsZero(),
                    entry().value("m").day(dated(column("day"), "M/d/yy")).when(column("area"), "(us|t.*)")),
            () -> TestReport.of(entry().values(".+").day(is("2025-01-26"))
            .area(mapped(header(), Map.of("a", List.of("us", "tx")))))
                    .charset(Charset.forName("windows-1252")).delimiter(';').quote('\''),
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26"))).charset(StandardCharsets.ISO_8859_1).quote(null)
            .headerLine(2),
            () -> TestReport.of(entry().countingRows().day(column("day")).area(column("area"))),
            () -> TestReport.of(entry().countingOncePer("id").day(column("day"))).published(column("posted")),
            () -> TestReport.of(entry().value("n").period(new PeriodPlace.FromTo(column("from"), column("to"))).toDate()
                    .measure(column("what")).attributedTo(column("who"))).published(column("posted")),
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26"))).charset(StandardCharsets.UTF_16LE),
            () -> TestReport.of(entry().values(".*").day(is("2025-01-26")).note(inFileName("(.*)"))).unpackedLimit(1 << 20));

    /** Of this profile the bytes are the packed report itself. */
    private static final int PACKED = PROFILES.size() - 1;

    private static final Set<String> GENERAL_SENTENCES =
            Arrays.stream(RejectReason.values()).map(RejectReason::inGeneral).collect(Collectors.toSet());

    private FuzzedReport() {
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length > 0) {
            int chosen = Math.floorMod(input[0] - '0', PROFILES.size());
            byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
            TestReport report = PROFILES.get(chosen).get();
            TestReport packed = PROFILES.get(chosen).get().file("ice/report.csv.gz");
            if (chosen == PACKED) {
                holds(packed.read(bytes), packed, bytes);
            } else {
                TestReport.Outcome read = report.read(bytes);
                allLinesAreCounted(read, new String(bytes, report.profile().read().charset()));
                holds(read, packed, PackedReportTest.packed(bytes));
            }
        }
    }

    /** @param packed the same report, which comes packed */
    private static void holds(TestReport.Outcome read, TestReport packedReport, byte[] packed) throws IOException {
        require((read.unreadable() == null) != (read.account() == null), "neither read nor unreadable");
        if (read.account() != null) {
            for (Figure figure : read.figures()) {
                require(figure.line() > read.account().header() && figure.line() <= read.account().lines(), "no such line: "
                        + figure);
            }
            for (Reject reject : read.rejects()) {
                require(reject.line() > read.account().header() && reject.line() <= read.account().lines(), "no such line: "
                        + reject);
            }
        }
        if (packedReport.profile().entries().get(0).value() instanceof ValuePlace.RowCount) {
            read.rejects().forEach(reject -> require(reject.text().isEmpty()
                    && (reject.column().isEmpty() || GENERAL_SENTENCES.contains(reject.detail())), "tells of an event: "
                    + reject));
        }
        ReportBytes inPieces = () -> new InPieces(packed);
        same(read, packedReport.read(inPieces));
        look(packedReport, inPieces);
        packedReport.lostEnd(inPieces);
    }

    private static void allLinesAreCounted(TestReport.Outcome read, String text) {
        long lines = (text.startsWith("\ufeff") ? text.substring(1) : text).lines().count();
        require(read.account() == null || read.account().lines() == lines, "of " + lines + " lines " + read.account());
    }

    /** Of a report that cannot be read, how much was read before depends on how much came at once. */
    private static void same(TestReport.Outcome one, TestReport.Outcome other) {
        require(one.account() == null ? other.account() == null : one.printed().equals(other.printed())
                && one.refused().equals(other.refused())
                && String.valueOf(one.account()).equals(String.valueOf(other.account())),
                "read otherwise when it comes packed and in small pieces");
    }

    private static void look(TestReport report, ReportBytes bytes) throws IOException {
        try {
            report.preview(bytes);
        } catch (UnreadableReport | CharacterCodingException | LineTooLong | PackingFault e) {
            require(!String.valueOf(e.getMessage()).isEmpty(), "no reason is given");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Gives one to three bytes at a time, so that every character stands at the end of what was read at some time. */
    private static final class InPieces extends FilterInputStream {

        private int given;

        InPieces(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1 + given++ % 3));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
