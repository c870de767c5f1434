package org.crossfoot.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.job.Night;
import org.crossfoot.job.ReachedNight;
import org.crossfoot.job.RunReport;
import org.crossfoot.ledger.Runs;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.store.Workspace;

/**
 * Two small nights: the first with four reports of two sources; before the second one comes, one is replaced, one goes, two are
 * new.
 */
final class SampleNights {

    static final String DATE = "2025-01-26";

    private static final Instant FIRST = Instant.parse("2025-03-01T07:30:00Z");
    private static final String SOURCE = """
            trust: official-statement
            published: { column: published }
            figures:
              - { value: { column: arrests }, measure: { is: arrests }, area: { column: area }, from: { column: from }, to: { column: to } }
            """;

    private SampleNights() {
    }

    static void beforeTheFirst(Folder folder) throws IOException {
        folder.put("crossfoot.yml",
                "zone: America/New_York\nbreakdowns: { office: { complete: true } }\nmeasures: { arrests: {} }\n");
        folder.put("areas.csv",
                "area,name,part_of,breakdown,aliases\nus,United States,,,\nboston,Boston,us,office,\nmiami,Miami,us,office,\n");
        folder.put("ice/source.yml", "title: ICE\n" + SOURCE);
        folder.put("nbc/source.yml", "title: NBC News\n" + SOURCE);
        report(folder, "ice/24.csv", "2025-01-25,2025-01-24,2025-01-24,us,538");
        report(folder, "ice/25.csv", "2025-01-26,2025-01-25,2025-01-25,us,286", "2025-01-26,2025-01-25,2025-01-25,boston,100");
        report(folder, "ice/26.csv", "2025-01-27,2025-01-26,2025-01-26,us,956", "2025-01-27,2025-01-26,2025-01-26,boston,500",
                "2025-01-27,2025-01-26,2025-01-26,miami,400");
        report(folder, "nbc/26.csv", "2025-01-27,2025-01-26,2025-01-26,us,\"1,179\"");
    }

    static void beforeTheSecond(Folder folder) throws IOException {
        report(folder, "ice/26.csv", "2025-01-28,2025-01-26,2025-01-26,us,965", "2025-01-28,2025-01-26,2025-01-26,boston,565",
                "2025-01-28,2025-01-26,2025-01-26,miami,400");
        Files.delete(folder.input().resolve("ice/24.csv"));
        report(folder, "nbc/25.csv", "2025-01-26,2025-01-25,2025-01-25,us,at least 300");
        report(folder, "ice/27.csv", "2025-01-28,2025-01-20,2025-01-27,us,at least 900");
    }

    static void beforeTheThird(Folder folder) throws IOException {
        report(folder, "nbc/26.csv", "2025-01-29,2025-01-26,2025-01-26,us,\"1,200\"");
        report(folder, "ice/28.csv", "2025-01-29,2025-01-28,2025-01-28,us,301");
    }

    private static void report(Folder folder, String name, String... rows) throws IOException {
        folder.put(name, "published,from,to,area,arrests\n" + String.join("\n", rows) + "\n");
    }

    /** A night in this process. */
    static List<RunReport> run(Folder folder, int number) throws Exception {
        return run(folder, number, folder.output(), UnaryOperator.identity());
    }

    /** A night whose files are written through {@code output}, and whose database is reached through {@code between}. */
    static List<RunReport> run(Folder folder, int number, Path output, UnaryOperator<DataSource> between) throws Exception {
        return run(folder, number, LocalDate.parse(DATE), output, between);
    }

    static List<RunReport> run(Folder folder, int number, LocalDate date, Path output, UnaryOperator<DataSource> between)
            throws Exception {
        SettingsFiles files = SettingsFiles.readFrom(folder.input());
        return ReachedNight.run(new Night.Request("run-" + number, Runs.Command.RUN, date, new Workspace(folder.input(), output),
                Severity.ERROR, files, SettingsReader.read(files), FIRST.plusSeconds(86_400L * number), "test"), between);
    }

    /** What a connection left open keeps of the database in memory goes with a process; here it must be told to. */
    static void endOfProcess(Folder folder) throws SQLException {
        for (String name : List.of("crossfoot", "draft")) {
            Path file = folder.output().resolve("ledger").resolve(name);
            if (Files.exists(file.resolveSibling(name + ".mv.db"))) {
                String url = "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE";
                try (Connection database = DriverManager.getConnection(url, "crossfoot",
                        ""); Statement statement = database.createStatement()) {
                    statement.execute("shutdown immediately");
                }
            }
        }
    }
}
