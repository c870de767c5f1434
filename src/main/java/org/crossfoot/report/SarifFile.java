package org.crossfoot.report;

import static org.crossfoot.report.JsonText.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Keyword;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.ledger.pack.DiscrepancyFigures.Involved;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.reconcile.WaiverReview;
import org.crossfoot.rule.Severity;

/**
 * {@code crossfoot.sarif}: a date's discrepancies as programs that show findings in files read them, SARIF 2.1.0. A
 * result is a discrepancy, known by its id; its places are lines of reports, those that are blamed where anybody is.
 */
final class SarifFile {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String INPUT = "INPUT";
    /** A sum over parts is about thousands of figures; as in {@code discrepancies.csv}, the first say where to look. */
    private static final int PLACES = 50;

    private final WaiverReview waivers;
    private final int revision;
    private final DiscrepancyFigures about;
    private final Map<String, Integer> rules = new LinkedHashMap<>();

    private SarifFile(WaiverReview waivers, int revision, DiscrepancyFigures about) {
        this.waivers = waivers;
        this.revision = revision;
        this.about = about;
    }

    /**
     * @param version of the program
     * @param rows    the revision's discrepancies
     * @param about   their figures
     */
    static ResultFile of(LocalDate date, int revision, String version, WaiverReview waivers, List<DiscrepancyRecord> rows,
            DiscrepancyFigures about) {
        return new SarifFile(waivers, revision, about).file(date, version, rows);
    }

    private ResultFile file(LocalDate date, String version, List<DiscrepancyRecord> rows) {
        rows.forEach(row -> rules.putIfAbsent(row.rule(), rules.size()));
        // One by one: a result is put together when it is written.
        Iterable<Map<String, Object>> results = () -> rows.stream().map(this::result).iterator();
        Map<String, Object> driver = members("name", "Crossfoot", "version", version, "rules",
                rules.keySet().stream().map(SarifFile::rule).toList());
        Map<String, Object> run = members("tool", members("driver", driver),
                "automationDetails", members("id", "crossfoot/" + date + "/" + revision),
                "originalUriBaseIds", members(INPUT, members("description", message("the input folder"))),
                "columnKind", "utf16CodeUnits", "results", results);
        return new ResultFile(RevisionRecord.SARIF, JsonText.bytes(members("$schema", SCHEMA, "version", "2.1.0", "runs",
                List.of(run))), ResultFile.Form.SARIF);
    }

    private static Map<String, Object> rule(String id) {
        return members("id", id, "shortDescription", message(FigureWording.upperFirst(id.replace('-', ' ')) + "."));
    }

    private Map<String, Object> result(DiscrepancyRecord row) {
        List<Figure> figures = about.of(row.id()).map(Involved::figures).orElse(List.of());
        List<Figure> blamed = about.of(row.id()).map(Involved::blamed).orElse(List.of());
        List<Map<String, Object>> places = new ArrayList<>();
        (blamed.isEmpty() ? figures : blamed).stream().limit(PLACES).forEach(figure -> places.add(place(figure)));
        if (places.isEmpty()) {
            // Of reports as a whole: readers want a file for everything, and the text names it.
            places.add(members("physicalLocation", members("artifactLocation", members("uri", "./", "uriBaseId", INPUT))));
        }
        places.get(0).put("logicalLocations", List.of(members("fullyQualifiedName", where(row))));
        List<Figure> others = blamed.isEmpty() ? List.of() : figures.stream().filter(figure -> !blamed.contains(figure)).toList();
        return members("ruleId", row.rule(), "ruleIndex", rules.get(row.rule()), "level", level(row.severity()),
                "message", message(row.explanation()), "locations", places,
                "relatedLocations", others.stream().limit(PLACES).map(SarifFile::place).toList(),
                "fingerprints", members("crossfoot/v1", row.id()), "partialFingerprints", members("crossfoot/v1", row.id()),
                "baselineState", baseline(row), "suppressions", suppressions(row),
                "properties", members("verdict", Keyword.of(row.verdict()), "gap", row.gap(), "gapPercent", row.gapPercent(),
                        "blamed", row.blamed(), "status", row.status().toString()));
    }

    private static String where(DiscrepancyRecord row) {
        return Stream.of(row.measure(), row.area(), row.periodEnd() == null ? row.periodStart().toString()
                : new Period(row.periodStart(), row.periodEnd()).interval()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("@"));
    }

    private static Map<String, Object> place(Figure figure) {
        Map<String, Object> place = members("artifactLocation", members("uri", AddressText.of(figure.file()), "uriBaseId",
                INPUT));
        if (figure.line() > 0) {
            place.put("region", members("startLine", figure.line()));
        }
        return members("physicalLocation", place, "message", message(figure.source() + ": " + figure.asPrinted()));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private String baseline(DiscrepancyRecord row) {
        return switch (row.status()) {
            case NEW, REOPENED -> "new";
            case CHANGED, LAPSED -> "updated";
            case PERSISTING -> "unchanged";
            case RESOLVED -> "absent";
            case WAIVED -> row.firstSeen() == revision ? "new" : "unchanged";
        };
    }

    /** None says that it counts. */
    private List<Map<String, Object>> suppressions(DiscrepancyRecord row) {
        return row.status() != Status.WAIVED ? List.of() : waivers.holding(row.id(), row.rule(), row.area(), row.measure())
                .map(waiver -> members("kind", "external", "status", "accepted", "justification",
                waiver.reason() + " (" + waiver.owner() + ", until " + waiver.until() + ")")).stream().toList();
    }

    /** As SARIF wants texts: a brace stands for itself when doubled, and what looks like a link would be one. */
    private static Map<String, Object> message(String text) {
        return members("text", text.replace("{", "{{").replace("}", "}}").replace("](", "] ("));
    }
}
