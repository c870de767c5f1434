package org.crossfoot.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.known.ReadReport.ReportRead;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.Reading;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.pack.FigurePack;
import org.junit.jupiter.api.Test;

class PackedReadingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final ReportRecord REPORT = new ReportRecord(7, "ice", "ice/26.csv", 1, "0", 9, "run-1", DAY, Standing.PRESENT,
            ReadingState.WAITING, null, null, null, null, null, new Reading(0, 0, 0, 0, 0, 0, 0, 0, 0), Contents.UNKNOWN, null);

    private static void comesBack(ReportRead read) throws IOException {
        assertThat(PackedReading.unpack(REPORT, PackedReading.pack(read))).usingRecursiveComparison().isEqualTo(read);
    }

    @Test
    void allThatWasReadComesBackAsItWas() throws IOException {
        comesBack(new ReportRead(REPORT, DAY, new Reading(1, 2, 3, 4, 5, 6, 7, 8, 9),
                new Contents("line 3, figure: \ud83d\ude00 and a half, \ud83d", 10, 11, "Figure\nOf", "", -12,
                        Long.MIN_VALUE), "why not",
                Map.of(DAY, new FigurePack.Packed(13, DAY.minusDays(1), new byte[] {1, 2}),
                LocalDate.MIN, new FigurePack.Packed(0, null, new byte[0])),
                new byte[] {3}, List.of(new PersonalColumn("ssn", "is called like one"), new PersonalColumn("", ""))));
    }

    @Test
    void soDoesWhatIsNotThere() throws IOException {
        comesBack(new ReportRead(REPORT, null, REPORT.reading(), Contents.UNKNOWN, null, Map.of(), new byte[0], List.of()));
    }
}
