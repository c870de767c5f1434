package org.crossfoot;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.AmountText.AmountReading;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.settings.Profile;
import org.junit.jupiter.api.Test;

/** The sample that a new user runs first: what {@code input/} says. */
class SampleInputTest {

    private static final Map<String, String> SOURCES = Map.of(
            "ICE daily post", "ice-daily-posts",
            "NBC News", "official-via-nbc",
            "Latin Times", "latin-times",
            "New York radio site", "new-york-radio",
            "ICE detention statistics (FY25 book-ins by arresting agency)", "ice-detention-statistics");

    private final ReadInput sample = ReadInput.from(Path.of("input"));

    @Test
    void everyRowIsReadAndNothingIsRefusedOrSkipped() {
        assertThat(sample.rejects()).isEmpty();
        assertThat(sample.skippedLines()).isZero();
        assertThat(sample.figures().stream().collect(groupingBy(Figure::source, counting()))).isEqualTo(Map.of(
                "ice-daily-posts", 18L, "official-via-nbc", 3L, "latin-times", 5L + 25, "new-york-radio", 4L + 25,
                "ice-detention-statistics", 2L));
    }

    @Test
    void noSourceIsExpectedOnASchedule() {
        assertThat(sample.settings().profiles().values()).extracting(Profile::schedule).containsOnlyNulls();
    }

    @Test
    void theCountryHas25Offices() {
        assertThat(sample.settings().areas().partsOf("us").get("office")).hasSize(25);
        assertThat(sample.settings().breakdowns().get("office").complete()).isTrue();
        assertThat(sample.settings().areas().find("St Paul")).map(Area::id).hasValue("st-paul");
    }

    @Test
    void iceAndTheOfficialContradictEachOtherAboutSundayThe26th() {
        Figure ice = sample.figure("ice-daily-posts", "arrests", "us", "2025-01-26");
        Figure official = sample.figure("official-via-nbc", "arrests", "us", "2025-01-26");

        assertThat(ice.amount()).isEqualTo(Amount.exactly(956));
        assertThat(ice.trust()).isEqualTo(5);
        assertThat(ice.published()).isEqualTo(LocalDate.of(2025, 1, 27));
        assertThat(official.amount()).isEqualTo(Amount.exactly(1179));
        assertThat(official.trust()).isEqualTo(2);
        assertThat(official.derived()).isFalse();
        assertThat(official.attributedTo()).isEqualTo("senior administration official");
    }

    @Test
    void theCopyOfIcesFigureNamesIceSoThatItIsNoSecondVoice() {
        Figure copy = sample.figure("latin-times", "arrests", "us", "2025-01-26");

        assertThat(copy.amount()).isEqualTo(Amount.exactly(956));
        assertThat(copy.attributedTo()).isEqualTo("ICE")
                .isEqualTo(sample.figure("ice-daily-posts", "arrests", "us", "2025-01-26").attributedTo());
        assertThat(copy.published()).isNull();
    }

    @Test
    void theCollateralFigureWasComputedAndIsMarkedSo() {
        Figure criminal = sample.figure("official-via-nbc", "criminal_arrests", "us", "2025-01-26");
        Figure collateral = sample.figure("official-via-nbc", "collateral_arrests", "us", "2025-01-26");

        assertThat(criminal.amount()).isEqualTo(Amount.exactly(613));
        assertThat(collateral.amount()).isEqualTo(Amount.atLeast(566));
        assertThat(collateral.derived()).isTrue();
        assertThat(sample.figures()).filteredOn(Figure::derived).containsExactly(collateral);
        assertThat(sample.of("official-via-nbc")).extracting(Figure::statement).containsOnly("nbc-0127");
        assertThat(613 + 566).isEqualTo(1179);
    }

    @Test
    void nineDailyPostsAddUpToMoreThanTheRadioSaysOfTwelveDays() {
        long posted = sample.of("ice-daily-posts").stream().filter(figure -> figure.cell().measure().equals("arrests"))
                .mapToLong(figure -> figure.amount().lowest()).sum();
        Figure radio = sample.figure("new-york-radio", "arrests", "us", "2025-01-20 to 2025-01-31");

        assertThat(posted).isEqualTo(7314);
        assertThat(radio.amount()).isEqualTo(new Amount(3150, 3850, 3450, 3550));
        assertThat(radio.note()).isEqualTo("by late last week");
    }

    @Test
    void goalsStandUntilReplacedAndThoseOfTheOfficesAddUpToMoreThanTheWholes() {
        Figure whole = sample.figure("latin-times", "arrest_goal", "us", "from 2025-01-25 on");
        List<Figure> offices = sample.of("latin-times").stream()
                .filter(figure -> figure.cell().measure().equals("arrest_goal") && !figure.cell().area().equals("us")).toList();

        assertThat(whole.amount()).isEqualTo(Amount.between(1200, 1500));
        assertThat(whole.note()).contains("the White House calls the story false");
        assertThat(offices).hasSize(25).extracting(figure -> figure.amount().lowest()).containsOnly(75L);
        assertThat(offices).extracting(Figure::trust).containsOnly(2);
    }

    @Test
    void twoPapersThatQuoteOneStoryAreOneVoice() {
        assertThat(sample.figure("new-york-radio", "arrest_goal", "us", "from 2025-01-25 on").attributedTo())
                .isEqualTo(sample.figure("latin-times", "arrest_goal", "us", "from 2025-01-25 on").attributedTo());
    }

    @Test
    void whoIsQuotedDecidesWhatARowWeighs() {
        assertThat(sample.figure("latin-times", "criminal_arrests", "chicago", "2025-01-26").trust()).isEqualTo(3);
        assertThat(sample.figure("latin-times", "arrests", "adams-county-co", "2025-01-25").trust()).isEqualTo(3);
        assertThat(sample.figure("latin-times", "arrest_goal", "us", "from 2025-01-25 on").trust()).isEqualTo(2);
        assertThat(sample.figure("new-york-radio", "arrests", "us", "2025-01-20 to 2025-01-31").trust()).isEqualTo(2);
        assertThat(sample.figure("new-york-radio", "removal_orders", "new-york-state", "2025-02-03").trust()).isEqualTo(3);
    }

    @Test
    void theDetentionStatisticsAreOfWholeMonthsAndPublishedInSeptember() {
        assertThat(sample.printed("ice-detention-statistics"))
                .containsExactly("detentions@us@2025-01-01 to 2025-01-31=11,753",
                "detentions@us@2025-02-01 to 2025-02-28=17,378");
        assertThat(sample.of("ice-detention-statistics")).allSatisfy(figure -> {
            assertThat(figure.trust()).isEqualTo(8);
            assertThat(figure.published()).isEqualTo(LocalDate.of(2025, 9, 24));
            assertThat(figure.note()).isNotEmpty();
        });
    }

    @Test
    void everyPrintedClaimIsInTheSampleAndTheSampleClaimsNothingElse() throws IOException {
        Path printed = SharedFolder.of("data").resolve("january-2025/figures.csv");
        int claims = 0;
        try (Reader reader = Files.newBufferedReader(printed)) {
            for (CSVRecord row : CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
                for (String area : areas(row.get("area"))) {
                    Figure figure = in(row, area);
                    assertThat(figure.amount()).as(row.toString()).isEqualTo(amount(row.get("as_printed")));
                    assertThat(figure.asPrinted()).isEqualTo(row.get("as_printed"));
                    assertThat(figure.published()).isEqualTo(row.get("published_on").isEmpty() ? null
                            : LocalDate.parse(row.get("published_on")));
                    assertThat(figure.attributedTo()).as(row.toString()).startsWith(row.get("attributed_to"));
                    assertThat(figure.note().isEmpty()).as(row.toString()).isEqualTo(row.get("note").isEmpty());
                    claims++;
                }
            }
        }
        assertThat(claims).isEqualTo(34 - 2 + 2 * 25).isEqualTo(sample.figures().size());
    }

    private List<String> areas(String printed) {
        return printed.equals("each field office")
                ? sample.settings().areas().partsOf("us").get("office").stream().map(Area::id).toList() : List.of(printed);
    }

    private Figure in(CSVRecord row, String area) {
        LocalDate start = LocalDate.parse(row.get("period_start"));
        Period period = row.get("period_end").isEmpty() ? Period.openFrom(start)
                : new Period(start, LocalDate.parse(row.get("period_end")));
        Cell cell = new Cell(row.get("measure"), area, period);
        return sample.figure(SOURCES.get(row.get("publisher")), cell.measure(), cell.area(), cell.period().toString());
    }

    private Amount amount(String printed) {
        return ((AmountReading.Understood) new AmountText(sample.settings().wording()).read(printed)).amount();
    }
}
