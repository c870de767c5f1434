package org.crossfoot.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.inFileName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that come packed, as {@code .csv.gz}. */
class PackedReportTest {

    private static final String THREE_DAYS = "day,n\n2025-01-24,593\n2025-01-25,286\n2025-01-26,956\n";

    private static TestReport packedReport() {
        return TestReport.of(entry()).file("ice/2025-01.csv.gz");
    }

    private static byte[] packed(String text) {
        return packed(text.getBytes(ISO_8859_1));
    }

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ice/2025-01.csv.gz", "ice/2025-01.CSV.GZ"})
    void isReadLikeThePlainOneAndNamedInFull(String name) {
        TestReport.Outcome read = TestReport.of(entry()).file(name).read(packed(THREE_DAYS));

        assertThat(read.printed()).isEqualTo(TestReport.of(entry()).read(THREE_DAYS).printed());
        assertThat(read.account()).isEqualTo(new LineAccount(4, 1, 3, 0, 0, 0, 0));
        assertThat(read.figures()).allSatisfy(figure -> assertThat(figure.file()).isEqualTo(name));
        assertThat(read.figures().get(0).statement()).isEqualTo(name + ":2");
    }

    @Test
    void mayBePackedInPartsAsGzipAllows() {
        byte[] parts = joined(joined(packed("day,n\n2025-01-24,593\n2025-"), packed("")), packed("01-25,286\n"));

        assertThat(packedReport().read(parts).printed())
                .containsExactly("2 arrests@us@2025-01-24=593", "3 arrests@us@2025-01-25=286");
    }

    @Test
    void mayCarryAllThatAGzipHeaderMay() {
        byte[] plain = packed(THREE_DAYS);
        byte[] header = HexFormat.of().parseHex("1f8b081e000000000003" + "0300616263" + "6e00" + "6300" + "ffff");

        assertThat(packedReport().read(joined(header, Arrays.copyOfRange(plain, 10, plain.length))).figures()).hasSize(3);
    }

    @Test
    void placesSeeTheFilesNameAsItIsUnpacked() {
        TestReport dated = TestReport.of(entry().day(inFileName("^(\\d{4}-\\d{2}-\\d{2})\\.csv$")))
                .published(inFileName("(\\d{4}-\\d{2}-\\d{2})\\.csv$"));

        assertThat(dated.file("ice/2025-01-26.csv.gz").read(packed("n\n956\n")).printed())
                .containsExactly("2 arrests@us@2025-01-26=956");
        assertThat(new ReportReader(dated.settings()).publishedByName(dated.profile(), "ice/2025-01-26.csv.gz")).isPresent();
    }

    @Test
    void mayHoldAsMuchAsTheLimitAndNoMore() {
        assertThat(packedReport().unpackedLimit(THREE_DAYS.length()).read(packed(THREE_DAYS)).figures()).hasSize(3);

        Reject reject = packedReport().unpackedLimit(THREE_DAYS.length() - 1).read(packed(THREE_DAYS)).unreadable();

        assertThat(reject.reason()).isEqualTo("unpacked-size");
        assertThat(reject.detail()).contains("more than 50 bytes", "read.unpacked_limit");
    }

    @Test
    void theLimitHoldsForAllPartsTogether() {
        byte[] part = packed("2025-01-26,5\n".repeat(1_000));

        TestReport.Outcome read = packedReport().unpackedLimit(13_005).read(joined(joined(packed("day,n\n"), part), part));

        assertThat(read.unreadable().reason()).isEqualTo("unpacked-size");
    }

    @Test
    void isCutOffWhereverItEndsEarly() {
        byte[] whole = joined(packed(THREE_DAYS), packed("2025-01-27,1179\n"));

        for (int length = 0; length < whole.length; length++) {
            TestReport.Outcome read = packedReport().read(Arrays.copyOf(whole, length));
            if (length == packed(THREE_DAYS).length) {
                assertThat(read.figures()).as("nothing tells that another part was to follow").hasSize(3);
            } else {
                assertThat(read.unreadable().reason()).as("cut to %s bytes", length).isEqualTo("cut-off");
                assertThat(read.unreadable().detail()).contains("looks cut off", "deliver it whole");
            }
        }
    }

    @Test
    void aChangedBitAnywhereBehindTheHeaderIsFound() {
        byte[] whole = packed(THREE_DAYS);

        for (int position = 10; position < whole.length; position++) {
            byte[] damaged = whole.clone();
            damaged[position] ^= 16;
            assertThat(packedReport().read(damaged).unreadable()).as("changed at byte %s", position).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"00", "'2025-01-27,1179'", "1f8b07"})
    void whatFollowsThePackedPartIsNotPassedOver(String more) {
        byte[] bytes = more.startsWith("2025") ? more.getBytes(UTF_8) : HexFormat.of().parseHex(more);

        Reject reject = packedReport().read(joined(packed(THREE_DAYS), bytes)).unreadable();

        assertThat(reject.detail()).contains("something follows the packed report");
    }

    @Test
    void aPlainReportThatIsNamedAsPackedIsNamed() {
        Reject reject = packedReport().read(THREE_DAYS).unreadable();

        assertThat(reject.reason()).isEqualTo("packing");
        assertThat(reject.detail()).contains("not packed with gzip", "name it .csv");
        assertThat(TestReport.of(entry()).read(packed(THREE_DAYS)).unreadable().detail())
                .contains("packed with gzip", "name it .csv.gz");
    }

    @Test
    void aWrongByteIsFoundByItsOffsetInTheUnpackedReport() {
        Reject reject = packedReport().read(packed("day,n\n2025-01-26,\u00e9\n")).unreadable();

        assertThat(reject.reason()).isEqualTo("charset");
        assertThat(reject.detail()).contains("offset 17, in line 2");
    }
}
