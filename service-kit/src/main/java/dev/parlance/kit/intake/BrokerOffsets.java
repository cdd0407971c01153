package dev.parlance.kit.intake;

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

/// Where partitions begin and end, and where a group stands in them, by the broker's word. Asks it each time, and waits
/// for the answer no longer than its client is told to.
@ApplicationScoped
public class BrokerOffsets {
    private final KafkaAdmin admin;

    BrokerOffsets(KafkaAdmin admin) {
        this.admin = admin;
    }

    /// All partitions of these topics.
    public List<TopicPartition> partitions(Collection<String> topics) throws ExecutionException, InterruptedException {
        return admin.answer(kafka -> kafka.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /// The offsets of the first records that are kept.
    public Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /// The offsets behind the last records that are committed.
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return offsets(partitions, OffsetSpec.latest());
    }

    /// The offsets at which a group goes on; without the partitions in which it has not committed any.
    public Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.answer(kafka -> kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, place) -> {
                    if (place != null) {
                        committed.put(partition, place.offset());
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        var committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return admin.answer(kafka -> kafka.listOffsets(wanted, committed).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }
}
