package org.crossfoot.job;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Dates;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.NewestDates;
import org.crossfoot.ledger.Reports;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.ledger.Runs;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database, its migrations, and Spring Batch's own records in it. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class LedgerConfiguration {

    private static final int CONNECTIONS = 8;

    /** Opens the ledger of a workspace, or makes it; the lock must be held. */
    static AnnotationConfigApplicationContext open(Workspace workspace) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Workspace.class, () -> workspace);
        context.register(LedgerConfiguration.class);
        try {
            context.refresh();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Bean(destroyMethod = "dispose")
    JdbcConnectionPool dataSource(Workspace workspace) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(workspace.databaseUrl(), "crossfoot", "");
        pool.setMaxConnections(CONNECTIONS);
        Flyway.configure().dataSource(pool).encoding(StandardCharsets.UTF_8).load().migrate();
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Ledger ledger(DataSource dataSource, Workspace workspace) {
        return ledgerOf(dataSource, workspace);
    }

    static Ledger ledgerOf(DataSource dataSource, Workspace workspace) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        JdbcClient client = JdbcClient.create(template);
        return new Ledger(new Archive(workspace.archive()), new Runs(client), new Reports(client), new Dates(client),
                new Revisions(template), new NewestDates(client));
    }
}
