package dev.parlance.journey.fault.check;

import dev.parlance.journey.fault.world.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/// How far the services are behind, as the broker sees it.
public final class Lag implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Admin admin;

    public Lag(String kafka) {
        this.admin = Admin.create(
                Map.of("bootstrap.servers", kafka, "request.timeout.ms", "10000", "default.api.timeout.ms", "20000"));
    }

    /// Records that a service has not yet done with, those of transactions that are being committed among them.
    public long of(Kind kind) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> ends = ends(kind.topic());
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(kind.group())
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long lag = 0;
        for (var end : ends.entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            lag += end.getValue() - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    /// Of all services together.
    public long total() throws ExecutionException, InterruptedException, TimeoutException {
        long total = 0;
        for (Kind kind : Kind.values()) {
            total += of(kind);
        }
        return total;
    }

    /// Sends a service back to the first record of its topic; no instance of it may run.
    public void rewind(Kind kind) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
        ends(kind.topic()).keySet().forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(kind.group(), start).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Instances that share a service's topic now.
    public int members(Kind kind) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.describeConsumerGroups(List.of(kind.group()))
                .describedGroups()
                .get(kind.group())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .members()
                .size();
    }

    /// The number of records and markers that a topic has ever had.
    public long written(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        return ends(topic).values().stream().mapToLong(end -> end).sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, Long> ends(String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        int partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(topic)
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        for (int number = 0; number < partitions; number++) {
            specs.put(new TopicPartition(topic, number), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(specs, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
