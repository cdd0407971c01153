package dev.parlance.fault.cluster;

import dev.parlance.platform.client.Service;
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

/// Lag and members of the consumer groups of the services.
public final class ConsumerGroups implements AutoCloseable {
    private static final int ADMIN_TIMEOUT_SECONDS = 20;

    private final Admin admin;

    public ConsumerGroups(String kafka) {
        this.admin = Admin.create(
                Map.of("bootstrap.servers", kafka, "request.timeout.ms", "10000", "default.api.timeout.ms", "20000"));
    }

    /// Records that a service has not processed yet, those of open transactions included.
    public long lag(Service service) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> ends = endOffsets(service.inputTopic());
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(service.consumerGroup())
                .partitionsToOffsetAndMetadata()
                .get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        long lag = 0;
        for (var end : ends.entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            lag += end.getValue() - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    /// Of all services together.
    public long totalLag() throws ExecutionException, InterruptedException, TimeoutException {
        long total = 0;
        for (Service service : Service.values()) {
            total += lag(service);
        }
        return total;
    }

    /// Sends a service back to the first record of its topic; no instance of it may run.
    public void resetToBeginning(Service service) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
        endOffsets(service.inputTopic()).keySet().forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(service.consumerGroup(), start)
                .all()
                .get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /// Instances that share a service's topic now.
    public int countMembers(Service service) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.describeConsumerGroups(List.of(service.consumerGroup()))
                .describedGroups()
                .get(service.consumerGroup())
                .get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .members()
                .size();
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, Long> endOffsets(String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        int partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS)
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
                .get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
