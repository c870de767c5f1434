package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossfoot.cli.ReadyQuestions.ViewColumn;
import org.crossfoot.cli.ReadyQuestions.Question;
import org.crossfoot.cli.print.PlainTable;
import org.crossfoot.ledger.Questions;
import org.crossfoot.ledger.Questions.NotAnswered;
import org.crossfoot.report.CsvTable;
import org.crossfoot.store.LedgerReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ask}: a question to the ledger, answered as CSV. */
@Command(name = "ask",
        description = "Asks the ledger in SQL and prints the answer as CSV; changes nothing."
                + " Without a question: what can be asked.")
final class AskCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SQL", arity = "0..1", description = "a select, or the name of a ready question")
    private String asked;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = options.out();
        if (asked == null) {
            list(out);
            return ExitCode.DONE;
        }
        String sql = ReadyQuestions.named(asked).map(Question::sql).orElse(asked);
        try {
            Questions.Answer answer = LedgerReading.ask(options.workspace(), reading -> reading.questions().ask(sql));
            CsvTable table = new CsvTable(answer.columns());
            answer.rows().forEach(row -> table.row(row.toArray()));
            out.print(new String(table.bytes(), StandardCharsets.UTF_8));
            out.flush();
            return ExitCode.DONE;
        } catch (NotAnswered e) {
            throw new WrongUsage("ask: " + e.getMessage()
                    + "; one select is understood, and 'crossfoot ask' lists what it may ask for");
        }
    }

    private static void list(PrintWriter out) throws IOException {
        out.println("Views and their columns:");
        PlainTable columns = new PlainTable(List.of(), "view", "column", "means");
        for (ViewColumn column : ReadyQuestions.columns()) {
            columns.row(column.view(), column.name(), column.means());
        }
        columns.print(out);
        out.println();
        out.println("Ready questions, to be asked by name (crossfoot ask open) or changed:");
        for (Question question : ReadyQuestions.all()) {
            out.println();
            out.println("  " + question.name() + ": " + question.what());
            question.sql().lines().forEach(line -> out.println("    " + line));
        }
        out.flush();
    }
}
