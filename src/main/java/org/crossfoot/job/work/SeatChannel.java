package org.crossfoot.job.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.store.MessageGroupQueue;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * Where seats are offered: Spring Integration's channel in a table of the ledger's server. A seat is taken once. Workers of
 * another version of the program see none of it.
 */
final class SeatChannel {

    private static final String TABLES = "BATCH_";
    private static final String SEATS = "seats";

    private final JdbcChannelMessageStore store;
    private final QueueChannel channel;

    /** @param database whose commits are of no chunk: what is sent or received stands at once */
    SeatChannel(DataSource database, String version) {
        store = new JdbcChannelMessageStore(database);
        store.setTablePrefix(TABLES);
        store.setRegion(version);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        // As text: bytes of Java's own form make whatever object somebody put there.
        store.setSerializer(SeatChannel::write);
        store.setDeserializer(SeatChannel::read);
        store.afterPropertiesSet();
        channel = new QueueChannel(new MessageGroupQueue(store, SEATS));
    }

    void offer(StepExecution seat) {
        channel.send(new GenericMessage<>(new StepExecutionRequest(seat.getStepName(), seat.getId())));
    }

    /** Takes one; empty where none is offered. */
    Optional<StepExecutionRequest> take() {
        return Optional.ofNullable(channel.receive(0)).map(message -> (StepExecutionRequest) message.getPayload());
    }

    void clear() {
        store.removeMessageGroup(SEATS);
    }

    private static void write(Message<?> message, OutputStream out) throws IOException {
        StepExecutionRequest request = (StepExecutionRequest) message.getPayload();
        out.write((request.getStepExecutionId() + " " + request.getStepName()).getBytes(StandardCharsets.UTF_8));
    }

    private static Message<?> read(InputStream in) throws IOException {
        String[] seat = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
        return new GenericMessage<>(new StepExecutionRequest(seat[1], Long.parseLong(seat[0])));
    }
}
