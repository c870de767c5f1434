package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.Source;
import org.crossfoot.intake.ColumnUses.ColumnUse;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.RowsOfCell;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.Profile.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns of a file of totals look like a person's identifier. */
class PersonalColumnsTest {

    private static final String BY_HEADER = "is called like a person's identifier";

    private static Place is(String text) {
        return new Place(new Place.From.Constant(text), Map.of(), null);
    }

    private static Place column(String name) {
        return new Place(new Place.From.NamedColumn(name), Map.of(), null);
    }

    private static ReportPreview preview(ValuePlace value, Place area, Place attributedTo, byte[] report) {
        FigureEntry entry =
                new FigureEntry(value, is("arrests"), area, new PeriodPlace.OneDay(is("2025-01-26")), List.of(), null,
                attributedTo,
                null, null, false, false, false, RowsOfCell.EACH, AmountStyle.USUAL, 1);
        Profile profile = new Profile(new Source("police", "Police", 5, null), null, null,
                new ReadOptions(StandardCharsets.UTF_8, ',', '"', Layout.headedAt(1), Set.of("NA"), Long.MAX_VALUE, false, null),
                null,
                List.of(entry));
        try {
            return ReportPreview.of(profile, "police/report.csv", () -> new ByteArrayInputStream(report));
        } catch (UnreadableReport | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A column beside the one with the counts, with as many rows as asked for. */
    private static List<PersonalColumn> personal(String header, int rows, IntFunction<String> value) {
        String report = IntStream.range(0, rows).mapToObj(row -> value.apply(row) + "," + row + "\n")
                .collect(Collectors.joining("", header + ",arrests\n", ""));
        return preview(new ValuePlace.OneColumn("arrests"), is("us"), null, report.getBytes(StandardCharsets.UTF_8)).personal();
    }

    @ParameterizedTest
    @ValueSource(strings =
            {"name", "NAME", " Name ", "First Name", "first_name", "firstName", "LastName", "Subject Last Name", "Surname",
        "Full Name", "DOB", "dob_year", "Date of Birth", "BirthDate", "birth", "SSN", "ssn_last4", "Social Security",
        "Social Security Number",
        "Alien Number", "AlienNumber", "A-Number", "a_number", "A#Number", "Alien File Number", "Subject ID", "subjectId",
        "Person ID", "PersonID",
        "Inmate", "Inmate ID", "inmate name", "Booking Number", "booking_id", "Unique Identifier", "unique_identifier",
        "Anonymized Identifier", "detainee no.", "Passport No"})
    void aHeaderThatNamesAPersonIsTold(String header) {
        assertThat(personal(header, 1, row -> "")).containsExactly(new PersonalColumn(header.strip(), BY_HEADER));
    }

    @ParameterizedTest
    @ValueSource(strings =
            {"agency name", "Office Name", "County Name", "countyName", "state name", "file name", "filename", "facility_name",
        "state full name", "statement", "row", "", "id", "state_id", "county id", "FIPS", "countyFIPS", "Inmates",
        "inmate population",
        "Inmate Count", "detainees", "persons", "people", "number", "a number of arrests", "number of persons",
        "country of birth", "births",
        "birth rate", "Social Security offices", "subject", "bookings", "book-ins", "said_by", "attributed_to",
        "agency identifier",
        "arrests per person", "Alien", "date", "date_modified", "hash", "MN"})
    void aHeaderThatNamesAnOfficeOrACountIsNot(String header) {
        assertThat(personal(header, 1, row -> "")).isEmpty();
    }

    @Test
    void aNameIsNoPersonsWhereItIsUsedForTheAreaOrForThePeopleQuoted() {
        byte[] report = "name,arrests\nTexas,1\n".getBytes(StandardCharsets.UTF_8);
        ValuePlace arrests = new ValuePlace.OneColumn("arrests");

        assertThat(preview(arrests, column("name"), null, report).personal()).isEmpty();
        assertThat(preview(arrests, is("us"), column("name"), report).personal()).isEmpty();
        assertThat(preview(arrests, is("us"), null, report).personal()).hasSize(1);
    }

    private static List<IntFunction<String>> numbersOfPersons() {
        return List.of(row -> "A%09d".formatted(row), row -> "A%08d".formatted(row), row -> "A %09d".formatted(row),
                row -> "A012-345-%03d".formatted(row), row -> "123-45-%04d".formatted(row), row -> "%09d".formatted(row),
                row -> "c0ffee%026x".formatted(row), row -> "0a1b2c3d4e%06X".formatted(row), row ->
                "0a1b2c3d-0000-4000-8000-%012x".formatted(row));
    }

    @ParameterizedTest
    @MethodSource("numbersOfPersons")
    void aColumnOfDifferentNumbersShapedAsAPersonsIsToldWithoutAnyOfThem(IntFunction<String> value) {
        List<PersonalColumn> personal = personal("key", 20, value);

        assertThat(personal).singleElement().satisfies(found -> {
            assertThat(found.column()).isEqualTo("key");
            assertThat(found.why()).contains("nearly all its values differ and look like").doesNotContain(value.apply(7));
        });
        assertThat(personal("key", 19, value)).as("too few to tell").isEmpty();
        assertThat(personal("key", 200, row -> value.apply(row / 2))).as("each twice: the key of something else").isEmpty();
        assertThat(personal("key", 40, row -> row % 2 == 0 ? "NA" : value.apply(row))).as("absent ones do not count").hasSize(1);
        assertThat(personal("key", 100, row -> row < 11 ? "Texas " + row : value.apply(row))).as("89 of 100").isEmpty();
        assertThat(personal("key", 100, row -> row < 9 ? "Texas" : value.apply(row))).as("91 of 100").hasSize(1);
    }

    private static List<IntFunction<String>> otherNumbers() {
        return List.of(row -> Integer.toString(20_250_101 + row), row -> Integer.toString(row), row ->
                "2025-01-%02d".formatted(row % 28 + 1),
                row -> "0.%016d".formatted(row), row -> "202501260000%04d".formatted(row), row -> "2,681,%03d".formatted(row),
                row -> "48%09d".formatted(row), row -> "County " + row, row ->
                "https://example.org/0a1b2c3d4e%06x".formatted(row));
    }

    @ParameterizedTest
    @MethodSource("otherNumbers")
    void daysCountsSharesClockTimesAndCodesOfAreasAreNobodysNumbers(IntFunction<String> value) {
        assertThat(personal("key", 100, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "Row Hash", "GlobalID", "checksum"})
    void aSealOnEachRowIsNotAPersons(String header) {
        assertThat(personal(header, 100, row -> "fab1145c346d70ae703d92bac3676bff%08x".formatted(row))).isEmpty();
        assertThat(personal("person " + header, 100, row -> "fab1145c346d70ae703d92bac3676bff%08x".formatted(row))).hasSize(1);
    }

    @Test
    void aFileOfSingleEventsIsNotWarnedOfAndShowsNoHeaderThatMayBeAnEvent() {
        byte[] events = "Subject ID,state\nA012345678,TX\n".getBytes(StandardCharsets.UTF_8);

        ReportPreview byState = preview(new ValuePlace.RowCount(null), column("state"), null, events);
        assertThat(byState.personal()).isEmpty();
        assertThat(byState.columns()).extracting(ColumnUse::column, ColumnUse::text).containsExactly(
                tuple("Subject ID", "not used"), tuple("state", "area"));

        ReportPreview byNothing = preview(new ValuePlace.RowCount(null), is("us"), null, events);
        assertThat(byNothing.columns()).extracting(ColumnUse::column).containsOnly("(not shown)");
    }

    @Test
    void noPublishersFileOfTotalsIsWarnedOf() throws IOException {
        for (Path file : SharedFolder.files("data")) {
            if (file.toString().endsWith(".csv")) {
                byte[] report = Files.readAllBytes(file);
                ReportPreview preview = preview(new ValuePlace.OneColumn(firstHeader(report)), is("us"), null, report);
                assertThat(preview.columns()).hasSizeGreaterThan(0);
                assertThat(preview.personal()).as(file.getFileName().toString()).isEmpty();
            }
        }
    }

    /** One column must be used; the first is the least telling. */
    private static String firstHeader(byte[] report) {
        return preview(new ValuePlace.MatchingColumns(Pattern.compile(".*")), is("us"), null, report).columns().get(0).column();
    }
}
