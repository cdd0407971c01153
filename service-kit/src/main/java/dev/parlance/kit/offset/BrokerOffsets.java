package dev.parlance.kit.offset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/// Offsets of partitions and of consumer groups. Each call asks the broker, with a timeout.
@ApplicationScoped
public class BrokerOffsets {
    private final KafkaAdmin admin;

    BrokerOffsets(KafkaAdmin admin) {
        this.admin = admin;
    }

    /// All partitions of these topics.
    public List<TopicPartition> partitions(Collection<String> topics) throws ExecutionException, InterruptedException {
        return admin.call(kafka -> kafka.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /// Offsets of the first records that are retained.
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /// Offsets behind the last committed records.
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return offsets(partitions, OffsetSpec.latest());
    }

    /// Offsets that a group has committed; without partitions that have none.
    public Map<TopicPartition, Long> committedOffsets(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.call(kafka -> kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> specs =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        var committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return admin.call(kafka -> kafka.listOffsets(specs, committed).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }
}
