package dev.parlance.benchmark.installation;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;

/// How far turns have come on their way, as broker and database tell it: looked at cheaply, because every look costs
/// the cores that are measured.
public final class Flow implements AutoCloseable {
    private final Admin admin;
    private final Postgres postgres;

    Flow(String kafka, Postgres postgres) {
        this.admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka));
        this.postgres = postgres;
    }

    /// How many records of its topic a service has applied, where nothing but records lies on that topic: what a
    /// transactional producer writes beside them counts, too.
    public long applied(String service) {
        Map<?, OffsetAndMetadata> committed = answer(admin.listConsumerGroupOffsets("parlance." + service + "-service")
                .partitionsToOffsetAndMetadata());
        return committed.values().stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    /// Rows that a service has not yet sent.
    public long waiting(String service) {
        return postgres.number("select count(*) from %s.outbox".formatted(service));
    }

    /// Whether a service has sent all that it has to say.
    public boolean isSent(String service) {
        return postgres.number("select count(*) from (select from %s.outbox limit 1)".formatted(service)) == 0;
    }

    /// Turns in all days of all learners.
    public long counted() {
        return postgres.number("select coalesce(sum(turns), 0) from summary.learner_day");
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw Failure.failed("The broker does not say how far its readers are (%s).".formatted(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("Stopped.");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
