package org.crossfoot.job;

import java.io.IOException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.store.CommitsInFile;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.LedgerDatabase;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workspace;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
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
        context.registerBean(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME, NoMessages.class, NoMessages::new);
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
    JdbcTransactionManager transactionManager(DataSource dataSource, Workspace workspace) {
        return workspace.server().isPresent() ? new JdbcTransactionManager(dataSource) : new CommitsInFile(dataSource);
    }

    @Bean
    Ledger ledger(DataSource dataSource, Workspace workspace) {
        return Ledger.of(dataSource, workspace.archive(dataSource));
    }

    /** None of our texts are Spring's, and its own source of none asks for all of Java's locales: 4 % of a short night. */
    private static final class NoMessages implements MessageSource {

        @Override
        public String getMessage(String code, Object[] arguments, String otherwise, Locale locale) {
            return otherwise;
        }

        @Override
        public String getMessage(String code, Object[] arguments, Locale locale) {
            throw new NoSuchMessageException(code, locale);
        }

        @Override
        public String getMessage(MessageSourceResolvable resolvable, Locale locale) {
            throw new NoSuchMessageException(resolvable.toString(), locale);
        }
    }
}
