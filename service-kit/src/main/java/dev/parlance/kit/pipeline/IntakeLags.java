package dev.parlance.kit.pipeline;

import dev.parlance.kit.intake.RecordReader;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// How far this service's consumer group is behind, by the broker's word: the clients' own numbers are wrong whenever
/// they matter. Measured every few seconds on a thread of its own; whoever asks is answered from memory.
@ApplicationScoped
public class IntakeLags {
    private static final Logger LOG = Logger.getLogger(IntakeLags.class);
    private static final Duration CURRENT = Duration.ofSeconds(20);

    private final Admin admin;
    private final KafkaClientService clients;
    private final Instance<RecordReader> readers;
    private final Clock clock;
    private volatile Standing latest = new Standing(Instant.EPOCH, Map.of());

    IntakeLags(Admin admin, KafkaClientService clients, @Any Instance<RecordReader> readers, Clock clock) {
        this.admin = admin;
        this.clients = clients;
        this.readers = readers;
        this.clock = clock;
    }

    /// Where the group stands in a partition.
    ///
    /// @param end of what is committed
    record Place(long committed, long end) {
        long lag() {
            return Math.max(end - committed, 0);
        }
    }

    record Standing(Instant at, Map<TopicPartition, Place> places) {
        long lag(String topic) {
            return places.entrySet().stream()
                    .filter(place -> place.getKey().topic().equals(topic))
                    .mapToLong(place -> place.getValue().lag())
                    .sum();
        }
    }

    /// Empty while the broker does not answer.
    Optional<Standing> latest() {
        Standing standing = latest;
        return standing.at().plus(CURRENT).isAfter(clock.instant()) ? Optional.of(standing) : Optional.empty();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws InterruptedException {
        try {
            latest = new Standing(clock.instant(), places());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debugf("event=lag-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    private Map<TopicPartition, Place> places() throws Exception {
        List<String> topics = readers.stream().map(RecordReader::topic).toList();
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        for (String group : groups()) {
            committed.putAll(admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get());
        }
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(
                partitions.stream()
                        .filter(partition -> committed.get(partition) == null)
                        .toList(),
                OffsetSpec.earliest());
        Map<TopicPartition, Place> places = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata next = committed.get(partition);
            places.put(partition, new Place(next == null ? starts.get(partition) : next.offset(), end));
        });
        return places;
    }

    private List<String> groups() {
        return clients.getConsumerChannels().stream()
                .map(channel -> clients.getConsumer(channel).configuration().get("group.id"))
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) throws Exception {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                .offset()));
    }
}
