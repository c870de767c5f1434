package org.crossfoot.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.FlatFileItemWriter;
import org.springframework.batch.infrastructure.item.file.MultiResourceItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.builder.MultiResourceItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same night as a Spring Batch job is usually written: flat files read row by row, a row of H2 for each figure, the rules in
 * SQL.
 * It is what Crossfoot's time over a year is compared with; {@code scripts/bench years} runs it.
 *
 * <pre>java -cp ... org.crossfoot.bench.PlainBatch INPUT OUTPUT</pre>
 */
final class PlainBatch {

    private static final int ROWS_A_COMMIT = 2_000;

    private record Figure(String day, String area, String source, String measure, long amount) {
    }

    private final Path input;
    private final Path output;
    private final DataSource database;
    private final JdbcTransactionManager transactions;
    private final JobRepository repository = new ResourcelessJobRepository();

    private PlainBatch(Path input, Path output) {
        this.input = input;
        this.output = output;
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + output.resolve("plain").toAbsolutePath() + ";DB_CLOSE_DELAY=-1");
        this.database = h2;
        this.transactions = new JdbcTransactionManager(database);
    }

    public static void main(String[] folders) throws Exception {
        Path output = Files.createDirectories(Path.of(folders[1]));
        new PlainBatch(Path.of(folders[0]), output).run();
        System.exit(0);
    }

    private void run() throws Exception {
        new JdbcTemplate(database)
                .execute("create table figure (on_day date, area varchar, source varchar, measure varchar, amount bigint)");
        Job job = new JobBuilder("plain", repository)
                .start(storing("field-log", "office", Map.of("arrests", "arrests", "criminal", "criminal_arrests", "collateral",
                "collateral_arrests")))
                .next(storing("custody", "office", Map.of("arrested", "arrests", "detained", "detentions")))
                .next(storing("headquarters", null, Map.of("arrests", "arrests", "criminal", "criminal_arrests", "collateral",
                        "collateral_arrests", "detained", "detentions")))
                .next(grouping())
                .next(publishing("discrepancies", RULES))
                .next(publishing("figures",
                "select on_day, area, source, measure, amount from figure order by on_day, area, measure, source"))
                .build();
        JobExecution execution = repository.createJobExecution(repository.createJobInstance(job.getName(), new JobParameters()),
                new JobParameters(), new ExecutionContext());
        job.execute(execution);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(execution.getAllFailureExceptions().toString());
        }
        execution.getStepExecutions().forEach(step -> System.out.printf("%s: %.1f s%n", step.getStepName(),
                Duration.between(step.getStartTime(), step.getEndTime()).toMillis() / 1e3));
    }

    /** @param areaColumn null where the whole report is of the nation */
    private Step storing(String source, String areaColumn, Map<String, String> measures) throws Exception {
        JdbcBatchItemWriter<Figure> figures = new JdbcBatchItemWriterBuilder<Figure>().dataSource(database).assertUpdates(false)
                .sql("insert into figure (on_day, area, source, measure, amount) values (?, ?, ?, ?, ?)")
                .itemPreparedStatementSetter((figure, row) -> {
                    row.setString(1, figure.day);
                    row.setString(2, figure.area);
                    row.setString(3, figure.source);
                    row.setString(4, figure.measure);
                    row.setLong(5, figure.amount);
                }).build();
        figures.afterPropertiesSet();
        ItemWriter<List<Figure>> ofRows = rows ->
                figures.write(new Chunk<>(rows.getItems().stream().flatMap(List::stream).toList()));
        return new StepBuilder("store " + source, repository)
                .<List<Figure>, List<Figure>>chunk(ROWS_A_COMMIT).transactionManager(transactions)
                .reader(reports(source, areaColumn, measures)).writer(ofRows).build();
    }

    private MultiResourceItemReader<List<Figure>> reports(String source, String areaColumn, Map<String, String> measures)
            throws Exception {
        List<Path> files;
        try (Stream<Path> found = Files.list(input.resolve(source))) {
            files = found.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        String[] header;
        try (Stream<String> lines = Files.lines(files.get(0))) {
            header = lines.findFirst().orElseThrow().split(",");
        }
        FlatFileItemReader<List<Figure>> rows = new FlatFileItemReaderBuilder<List<Figure>>().name(source).linesToSkip(1)
                .delimited().names(header).fieldSetMapper(row -> figures(row, header[0], areaColumn, source, measures)).build();
        return new MultiResourceItemReaderBuilder<List<Figure>>().name("all of " + source).delegate(rows)
                .resources(files.stream().map(FileSystemResource::new).toArray(Resource[]::new)).build();
    }

    private static List<Figure> figures(FieldSet row, String dayColumn, String areaColumn, String source,
            Map<String, String> measures) {
        List<Figure> figures = new ArrayList<>();
        String area = areaColumn == null ? "us" : row.readString(areaColumn);
        measures.forEach((column, measure) -> figures.add(new Figure(row.readString(dayColumn), area, source, measure,
                row.readLong(column))));
        return figures;
    }

    /** H2 would work out a common table expression anew for every row that is joined to it. */
    private Step grouping() {
        return new StepBuilder("group", repository).tasklet((contribution, chunk) -> {
            JdbcTemplate h2 = new JdbcTemplate(database);
            h2.execute("""
                    create table cell as
                      select on_day, area, measure, min(amount) low, max(amount) high,
                             listagg(source || '=' || amount, ' | ') within group (order by source) claims
                      from figure group by on_day, area, measure
                    """);
            h2.execute("""
                    create table wide as
                      select on_day, area,
                             max(case measure when 'arrests' then low end) arrests_low, max(case measure when 'arrests' then high end) arrests_high,
                             max(case measure when 'criminal_arrests' then low end) criminal,
                             max(case measure when 'collateral_arrests' then low end) collateral,
                             max(case measure when 'detentions' then low end) detained
                      from cell group by on_day, area
                    """);
            h2.execute("create table nation as select on_day, measure, low from cell where area = 'us'");
            h2.execute("""
                    create table offices as
                      select on_day, measure, sum(low) low, sum(high) high from cell where area <> 'us' group by on_day, measure
                    """);
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

    private Step publishing(String name, String query) {
        JdbcCursorItemReader<String> rows = new JdbcCursorItemReaderBuilder<String>().name(name).dataSource(database).sql(query)
                .rowMapper((row, number) -> String.join(",", row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), row.getString(5)))
                .build();
        FlatFileItemWriter<String> file = new FlatFileItemWriterBuilder<String>().name(name + " file")
                .resource(new FileSystemResource(output.resolve(name + ".csv"))).lineAggregator(line -> line).build();
        return new StepBuilder("publish " + name, repository)
                .<String, String>chunk(ROWS_A_COMMIT).transactionManager(transactions)
                .reader(rows).writer(file).build();
    }

    /** What the input's settings ask for: day, rule, area, measure and what was claimed. */
    private static final String RULES = """
            select on_day, 'sources-agree', area, measure, claims from cell where low <> high
            union all
            select on_day, 'criminal-or-collateral', area, 'arrests', criminal || ' + ' || collateral || ' <> ' || arrests_low from wide
              where criminal + collateral not between arrests_low and arrests_high
            union all
            select on_day, 'detained-after-arrest', area, 'detentions', detained || ' > ' || arrests_high from wide where detained > arrests_high
            union all
            select o.on_day, 'areas-add-up', 'us', o.measure, o.low || '..' || o.high || ' <> ' || c.low
              from offices o join nation c on o.on_day = c.on_day and o.measure = c.measure
              where c.low not between o.low and o.high
            """;
}
