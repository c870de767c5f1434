package org.crossfoot.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;
import org.dhatim.fastexcel.XmlEscapeHelper;

/**
 * {@code junit.xml}: a date's discrepancies as build servers show tests. A test fails for each open error; what was accepted is
 * skipped, what is less severe or resolved passes and says what it is; a rule that found nothing passes by itself.
 */
final class JunitFile {

    private final StringBuilder xml = new StringBuilder();

    private JunitFile() {
    }

    /** @param rules in force */
    static ResultFile of(LocalDate date, Rules rules, List<DiscrepancyRecord> rows) {
        JunitFile file = new JunitFile();
        file.add(date, withoutRows(rules, rows), rows);
        return new ResultFile(RevisionRecord.JUNIT, file.xml.toString().getBytes(StandardCharsets.UTF_8), ResultFile.Form.XML);
    }

    private static SortedSet<String> withoutRows(Rules rules, List<DiscrepancyRecord> rows) {
        Set<String> found = rows.stream().map(DiscrepancyRecord::rule).collect(Collectors.toSet());
        SortedSet<String> without = new TreeSet<>();
        for (BuiltIn rule : BuiltIn.values()) {
            if (rule.about() != BuiltIn.About.RUN) {
                rules.builtIn(rule).map(Rule::id).ifPresent(without::add);
            }
        }
        rules.checks().forEach(rule -> without.add(rule.id()));
        without.removeAll(found);
        return without;
    }

    private static boolean fails(DiscrepancyRecord row) {
        return row.isOpen() && row.severity() == Severity.ERROR;
    }

    private void add(LocalDate date, SortedSet<String> passed, List<DiscrepancyRecord> rows) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"crossfoot ").append(date)
                .append("\" time=\"0\" tests=\"").append(passed.size() + rows.size())
                .append("\" errors=\"0\" skipped=\"").append(rows.stream().filter(row -> row.status() == Status.WAIVED).count())
                .append("\" failures=\"").append(rows.stream().filter(JunitFile::fails).count()).append("\">\n");
        for (DiscrepancyRecord row : rows) {
            test(row.rule(), name(row));
            xml.append(">\n");
            if (row.status() == Status.WAIVED) {
                element("skipped", "accepted until " + row.waivedUntil(), null, row.explanation());
            } else if (fails(row)) {
                element("failure", "gap " + row.gap() + (row.blamed().isEmpty() ? "" : "; " + row.verdict().ofBlamed() + ": "
                        + row.blamed()), row.rule(), row.explanation());
            } else {
                element("system-out", null, null, row.severity() + ", " + row.status() + ": " + row.explanation());
            }
            xml.append("  </testcase>\n");
        }
        for (String rule : passed) {
            test(rule, "nothing found");
            xml.append("/>\n");
        }
        xml.append("</testsuite>\n");
    }

    private static String name(DiscrepancyRecord row) {
        Period period = new Period(row.periodStart(), row.periodEnd());
        return (row.measure() + " " + row.area() + " " + period.interval() + " " + row.id()).strip();
    }

    private void test(String rule, String name) {
        xml.append("  <testcase");
        attribute("classname", "crossfoot." + rule);
        attribute("name", name);
        attribute("time", "0");
    }

    private void element(String element, String message, String type, String text) {
        xml.append("    <").append(element);
        attribute("message", message);
        attribute("type", type);
        xml.append('>');
        XmlEscapeHelper.appendEscaped(xml, text);
        xml.append("</").append(element).append(">\n");
    }

    private void attribute(String name, String value) {
        if (value != null) {
            xml.append(' ').append(name).append("=\"");
            XmlEscapeHelper.appendEscaped(xml, value);
            xml.append('"');
        }
    }
}
