package org.crossfoot.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** What can be asked for: the ledger's views, and questions to them that have names. */
final class ReadyQuestions {

    /** @param what it answers */
    record Question(String name, String what, String sql) {
    }

    record ViewColumn(String view, String name, String means) {
    }

    private static final Pattern QUESTION = Pattern.compile("-- (\\w+): (.+)\\n([^;]+);");

    private ReadyQuestions() {
    }

    static List<Question> all() throws IOException {
        return QUESTION.matcher(text("queries.sql")).results().map(ReadyQuestions::question).toList();
    }

    static Optional<Question> named(String name) throws IOException {
        return all().stream().filter(question -> question.name().equals(name)).findFirst();
    }

    private static Question question(MatchResult found) {
        return new Question(found.group(1), found.group(2), found.group(3));
    }

    static List<ViewColumn> columns() throws IOException {
        return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader("views.csv")).stream()
                .map(row -> new ViewColumn(row.get("view"), row.get("column"), row.get("means"))).toList();
    }

    private static String text(String resource) throws IOException {
        try (BufferedReader lines = new BufferedReader(reader(resource))) {
            return String.join("\n", lines.lines().toList());
        }
    }

    private static Reader reader(String resource) {
        return new InputStreamReader(ReadyQuestions.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
    }
}
