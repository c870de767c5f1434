package org.crossfoot.intake.row;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.intake.TestReport;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a whole report unreadable, and what is said of it. */
class UnreadableReportTest {

    private static final TestReport DAILY = TestReport.of(entry());

    @Test
    void anEmptyFileIsReadAndHoldsNothing() {
        assertThat(DAILY.read(new byte[0]).account()).isEqualTo(new LineAccount(0, 0, 0, 0, 0, 0, 0));
        assertThat(DAILY.read(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}).account())
                .isEqualTo(new LineAccount(0, 0, 0, 0, 0, 0, 0));
        assertThat(DAILY.read("day,n").account()).isEqualTo(new LineAccount(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void linesAboveTheHeaderAreSkippedWhateverTheyHold() {
        String[] ends = {"\n", "\r\n", "\r"};
        for (String end : ends) {
            TestReport.Outcome read = TestReport.of(entry()).headerLine(4)
                    .read(String.join(end, "An \"odd title", "", "of three, lines", "day,n", "2025-01-26,5"));
            assertThat(read.printed()).containsExactly("5 arrests@us@2025-01-26=5");
            assertThat(read.account()).isEqualTo(new LineAccount(5, 4, 1, 0, 0, 0, 0));
        }
    }

    @Test
    void aFileThatEndsAboveItsHeaderIsUnreadable() {
        Reject reject = TestReport.of(entry()).headerLine(4).read("day,n", "2025-01-26,5").unreadable();

        assertThat(reject.reason()).isEqualTo("header");
        assertThat(reject.detail()).contains("line 4");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatWereFound() {
        Reject reject = DAILY.read("Date,Number", "2025-01-26,5").unreadable();

        assertThat(reject.reason()).isEqualTo("header");
        assertThat(reject.line()).isEqualTo(1);
        assertThat(reject.detail()).as("its texts may be data")
                .contains("'n' among the 2 columns, none of which source.yml names").doesNotContain("Date");
        assertThat(DAILY.read("Day,Number", "2025-01-26,5").unreadable().detail())
                .contains("'n' among the 2 columns 'Day', 'Number'");
    }

    @Test
    void ofManyColumnsTwentyAreListed() {
        String header = "day," + IntStream.rangeClosed(2, 30).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(DAILY.read(header).unreadable().detail()).contains("30 columns", "'c20', ...").doesNotContain("c21");
    }

    @Test
    void columnsThatMatchNothingAreMissing() {
        assertThat(TestReport.of(entry().values("x\\d+")).read("day,n").unreadable().reason()).isEqualTo("header");
    }

    @Test
    void aNeededColumnMustNotStandTwice() {
        Reject reject = DAILY.read("day,n,m,n", "2025-01-26,5,6,7").unreadable();

        assertThat(reject.reason()).isEqualTo("header");
        assertThat(reject.detail()).contains("'n'", "columns 2 and 4");
        assertThat(DAILY.read("day,n,m,m", "2025-01-26,5,6,7").figures()).as("columns nobody asks for may").hasSize(1);
        assertThat(TestReport.of(entry().values("n.*")).read("day,n1,n1", "2025-01-26,5,6").unreadable().detail())
                .contains("columns 2 and 3");
    }

    @Test
    void anEmptyHeaderIsAColumnLikeAnyOther() {
        assertThat(DAILY.read(",day, n ,", "x,2025-01-26,5,y").printed()).containsExactly("2 arrests@us@2025-01-26=5");
        assertThat(TestReport.of(entry().area(column(""))).read("\"\",day,n", "tx,2025-01-26,5").printed())
                .containsExactly("2 arrests@tx@2025-01-26=5");
        assertThat(TestReport.of(entry().area(column(""))).read("\"\",day,n,", "tx,2025-01-26,5,").unreadable().detail())
                .contains("columns 1 and 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"day,n\n2025-01-26,5\n", "\"day\"x,n\n2025-01-26,5\n"})
    void aHeaderWithABrokenQuoteIsUnreadable(String text) {
        assertThat(DAILY.read(text).unreadable().reason()).isEqualTo("header");
    }

    @Test
    void aByteOrderMarkOfUtf8IsNoPartOfTheHeader() {
        assertThat(DAILY.read("\ufeffday,n", "2025-01-26,5").figures()).hasSize(1);
    }

    @Test
    void otherByteOrderMarksComeWithAdvice() {
        assertThat(DAILY.read("\ufeffday,n".getBytes(UTF_16LE)).unreadable().detail())
                .contains("UTF-16LE", "iconv -f UTF-16 -t UTF-8");
        assertThat(DAILY.read("\ufeffday,n".getBytes(UTF_16BE)).unreadable().detail()).contains("UTF-16BE");
        assertThat(DAILY.read("\ufeffday,n".getBytes(Charset.forName("UTF-32LE"))).unreadable().detail()).contains("UTF-32LE");
        assertThat(DAILY.read("\ufeffday,n".getBytes(Charset.forName("UTF-32BE"))).unreadable().detail()).contains("UTF-32BE");
        assertThat(TestReport.of(entry()).charset(Charset.forName("windows-1252")).read("\ufeffday,n".getBytes(UTF_8))
                .unreadable().detail())
                .contains("set read.charset to UTF-8");
        assertThat(DAILY.read("day,n\n".getBytes(UTF_16LE)).unreadable().detail()).contains("UTF-16");
    }

    @Test
    void bytesThatAreNotTheCharsetAreFoundByOffsetAndLine() {
        Reject reject = DAILY.read("day,n\r\n2025-01-26,5\r\n2025-01-27,\u00e9\r\n".getBytes(ISO_8859_1)).unreadable();
        assertThat(reject.reason()).isEqualTo("charset");
        assertThat(reject.line()).isEqualTo(3);
        assertThat(reject.detail()).contains("offset 32, in line 3", "UTF-8");

        String far = "2025-01-26,5\n".repeat(20_000);
        Reject truncated = DAILY.read(("day,n\n" + far + "\u00c3").getBytes(ISO_8859_1)).unreadable();
        assertThat(truncated.detail()).contains("offset 260006, in line 20002");
    }

    @Test
    void windows1252IsReadBySettingAndItsHolesAreNoCharacters() {
        TestReport windows = TestReport.of(entry().note(column("x"))).charset(Charset.forName("windows-1252"));

        assertThat(windows.read("day,n,x", "2025-01-26,5,\u2013").figures().get(0).note()).isEqualTo("\u2013");
        assertThat(windows.read(new byte[] {'d', 'a', 'y', '\n', (byte) 0x81}).unreadable().detail())
                .contains("offset 4, in line 2");
    }

    @ParameterizedTest
    @CsvSource({"89504e470d0a1a0a,PNG", "504b030414000600,Excel", "255044462d312e37,PDF", "1f8b0800,gzip",
            "d0cf11e0a1b11ae1,Excel", "ffd8ffe0,JPEG"})
    void aFileOfAnotherKindIsNamed(String hex, String kind) {
        Reject reject = DAILY.read(HexFormat.of().parseHex(hex)).unreadable();

        assertThat(reject.reason()).isEqualTo("not-csv");
        assertThat(reject.detail()).contains(kind);
    }

    @Test
    void aLineWithoutEndIsGivenUpInConstantMemory() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Reject reject = DAILY.read(() -> new SequenceInputStream(
                    new ByteArrayInputStream("day,n\n2025-01-26,5\n\"".getBytes(UTF_8)), endless())).unreadable();
            assertThat(reject.reason()).isEqualTo("line-too-long");
            assertThat(reject.line()).isEqualTo(3);
        });
    }

    @Test
    void aLineOfAMillionCharactersIsRead() {
        assertThat(DAILY.read("day,n,x", "2025-01-26,5," + "x".repeat(PhysicalLines.LONGEST_LINE - 13)).figures()).hasSize(1);
        assertThat(DAILY.read("day,n,x", "2025-01-26,5," + "x".repeat(PhysicalLines.LONGEST_LINE - 12)).unreadable().line())
                .isEqualTo(2);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }
}
