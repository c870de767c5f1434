package org.crossfoot.job;

import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.LedgerDatabase;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workspace;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database, its migrations, and Spring Batch's own records in it. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class LedgerConfiguration {

    private final UnaryOperator<DataSource> between;

    private LedgerConfiguration(UnaryOperator<DataSource> between) {
        this.between = between;
    }

    /** Opens the ledger of a workspace, or makes it; the lock must be held. */
    static AnnotationConfigApplicationContext open(Workspace workspace) {
        return open(workspace, UnaryOperator.identity());
    }

    /** @param between what stands between the program and its database */
    static AnnotationConfigApplicationContext open(Workspace workspace, UnaryOperator<DataSource> between) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Workspace.class, () -> workspace);
        context.registerBean(LedgerConfiguration.class, () -> new LedgerConfiguration(between));
        try {
            context.refresh();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Bean(destroyMethod = "close")
    LedgerDatabase ledgerDatabase(Workspace workspace) {
        return new LedgerDatabase(workspace, between);
    }

    /** Closed by what opened it. */
    @Bean(destroyMethod = "")
    DataSource dataSource(LedgerDatabase database) throws IOException, JobFailure, RunningException {
        return between.apply(database.open());
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Ledger ledger(DataSource dataSource, Workspace workspace) {
        return Ledger.of(dataSource, workspace.archive());
    }
}
