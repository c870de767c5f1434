package org.crossfoot.settings.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Keyword;
import org.crossfoot.figure.Period;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decision.Named;
import org.crossfoot.rule.Decision.What;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsTable;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code decisions.csv}. */
final class DecisionsReader {

    private static final List<String> COLUMNS = List.of("figure", "decision", "owner", "reason", "until");
    private static final String FIGURE = "name a figure in full, as discrepancies.csv does: source:measure@area@period,"
            + " e.g. ice-daily-posts:arrests@us@2025-01-26, and with =as printed where only that wording is meant";
    private static final String DECISION = "write set-aside, stands, belongs-to PERIOD, means MEASURE or in-area AREA";

    private final Set<String> sources;
    private final Declared declared;
    private final Problems problems;

    /** @param sources the ids of all sources */
    DecisionsReader(Set<String> sources, Declared declared, Problems problems) {
        this.sources = sources;
        this.declared = declared;
        this.problems = problems;
    }

    /** Those that are right; of the others the mistakes are told. */
    List<Decision> read(byte[] bytes) {
        List<Decision> decisions = new ArrayList<>();
        SettingsTable.read(SettingsFiles.DECISIONS, bytes, COLUMNS, problems).ifPresent(rows -> rows.stream()
                .filter(SettingsTable.SettingsRow::whole).forEach(row -> read(row).ifPresent(decisions::add)));
        return decisions;
    }

    private Optional<Decision> read(SettingsTable.SettingsRow row) {
        Optional<LocalDate> until = row.cell("until").isEmpty() ? Optional.empty() : YamlValue.day(row.cell("until"));
        if (until.isEmpty() && !row.cell("until").isEmpty()) {
            wrong(row, "until", row.cell("until"), YamlValue.DAY + ", or nothing where it holds for good");
        }
        if (row.cell("owner").isEmpty()) {
            wrong(row, "owner", "", "write who decided this");
        }
        if (row.cell("reason").isEmpty()) {
            wrong(row, "reason", "", "write why");
        }
        Optional<Named> figure = figure(row);
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        String[] words = row.cell("decision").split("\\s+", 2);
        if (!Keyword.all(What.class).contains(words[0])) {
            wrong(row, "decision", row.cell("decision"), MistakeWording.nearest(words[0], Keyword.all(What.class))
                    .map(word -> "did you mean " + word + "?").orElse(DECISION));
            return Optional.empty();
        }
        What what = Keyword.read(What.class, words[0]);
        return to(row, what, words.length == 1 ? "" : words[1], figure.get().cell())
                .map(to -> new Decision(figure.get(), what, to, row.cell("owner"), row.cell("reason"), until.orElse(null),
                row.line()));
    }

    private Optional<Named> figure(SettingsTable.SettingsRow row) {
        Optional<Named> named = Named.of(row.cell("figure"));
        if (named.isEmpty()) {
            wrong(row, "figure", row.cell("figure"), FIGURE);
        }
        named.ifPresent(figure -> {
            if (!sources.contains(figure.source())) {
                wrong(row, "figure", "the unknown source ", figure.source(), MistakeWording.choice(figure.source(), sources));
            }
            declared.wrongMeasure(figure.cell().measure())
                    .ifPresent(right -> wrong(row, "figure", "the unknown measure ", figure.cell().measure(), right));
            declared.wrongAreaId(figure.cell().area())
                    .ifPresent(right -> wrong(row, "figure", "the unknown area ", figure.cell().area(), right));
        });
        return named;
    }

    /** The cell that a figure is decided to be of; empty, and a mistake, where that cannot be told. */
    private Optional<Cell> to(SettingsTable.SettingsRow row, What what, String argument, Cell cell) {
        if (!what.moves()) {
            if (!argument.isEmpty()) {
                wrong(row, "decision", argument, "write " + what + " alone; why belongs under reason");
            }
            return Optional.of(cell);
        }
        if (cell.period().isOpen() || declared.isGoal(cell.measure())) {
            wrong(row, "decision", row.cell("decision"),
                    "a goal can be set aside or stand; it is of no other period, measure or area");
            return Optional.empty();
        }
        Optional<String> right = switch (what) {
            case MEANS -> declared.isGoal(argument) ? Optional.of("write a measure that is no goal")
                    : declared.wrongMeasure(argument);
            case IN_AREA -> declared.wrongAreaId(argument);
            default -> Period.ofInterval(argument).filter(period -> !period.isOpen()).isPresent() ? Optional.empty()
                    : Optional.of("write a day, as 2025-01-27, or a first and a last one, as 2025-01-20/2025-01-26");
        };
        if (right.isPresent()) {
            wrong(row, "decision", argument, right.get());
            return Optional.empty();
        }
        Cell to = switch (what) {
            case MEANS -> new Cell(argument, cell.area(), cell.period());
            case IN_AREA -> new Cell(cell.measure(), argument, cell.period());
            default -> new Cell(cell.measure(), cell.area(), Period.ofInterval(argument).orElseThrow());
        };
        if (to.equals(cell)) {
            wrong(row, "decision", row.cell("decision"), "that is what it was printed for; write another, or take the line out");
            return Optional.empty();
        }
        return Optional.of(to);
    }

    private void wrong(SettingsTable.SettingsRow row, String column, String text, String right) {
        wrong(row, column, "", text, right);
    }

    private void wrong(SettingsTable.SettingsRow row, String column, String what, String text, String right) {
        problems.add(SettingsFiles.DECISIONS, row.line(), column,
                text.isEmpty() ? "found nothing" : "found " + what + MistakeWording.quoted(text), right);
    }
}
