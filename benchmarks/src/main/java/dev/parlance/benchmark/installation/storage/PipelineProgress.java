package dev.parlance.benchmark.installation.storage;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.SqlClient;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;

/// How far turns have come on their way, as broker and database tell it: looked at cheaply, because every look costs
/// the cores that are measured.
public final class PipelineProgress implements AutoCloseable {
    private final Admin admin;
    private final SqlClient postgres;

    public PipelineProgress(String kafka, SqlClient postgres) {
        this.admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka));
        this.postgres = postgres;
    }

    /// How many records of its topic a service has applied, where nothing but records lies on that topic: what a
    /// transactional producer writes beside them counts, too.
    public long countAppliedRecords(String service) {
        Map<?, OffsetAndMetadata> committed = get(admin.listConsumerGroupOffsets("parlance." + service + "-service")
                .partitionsToOffsetAndMetadata());
        return committed.values().stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    /// Rows that a service has not yet sent.
    public long countOutboxRows(String service) {
        return postgres.queryLong("select count(*) from %s.outbox".formatted(service));
    }

    /// Whether a service has sent all that it has to say.
    public boolean isOutboxEmpty(String service) {
        return postgres.queryLong("select count(*) from (select from %s.outbox limit 1)".formatted(service)) == 0;
    }

    /// Turns in all days of all learners.
    public long countSummarizedTurns() {
        return postgres.queryLong("select coalesce(sum(turns), 0) from summary.learner_day");
    }

    private static <T> T get(KafkaFuture<T> future) {
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
