package dev.parlance.kit.offset;

import dev.parlance.kit.jdbc.TransientFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Determines once a second up to which instant the records of this instance's partitions have been applied, and
/// stores it for all instances. A partition is as fresh as now if everything polled is applied and nothing is left
/// to poll; its committed offset then moves past the transaction markers, so that its lag is zero. While records
/// keep arriving, it is as fresh as the last measurement whose end offset has been reached.
@ApplicationScoped
public class FreshnessTracker {
    private static final Logger LOG = Logger.getLogger(FreshnessTracker.class);
    private static final Duration KAFKA_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaClientService clients;
    private final BrokerOffsets offsets;
    private final Freshness freshness;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<TopicPartition, Long> applied = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastAppliedAt = new ConcurrentHashMap<>();
    private final EndOffsetSnapshots endOffsets = new EndOffsetSnapshots();
    private final Map<Object, Set<TopicPartition>> assigned = new ConcurrentHashMap<>();

    FreshnessTracker(
            KafkaClientService clients,
            BrokerOffsets offsets,
            Freshness freshness,
            MeterRegistry registry,
            Clock clock) {
        this.clients = clients;
        this.offsets = offsets;
        this.freshness = freshness;
        this.registry = registry;
        this.clock = clock;
    }

    /// To be called after a batch was applied.
    public void applied(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            applied.put(partition, records.records(partition).getLast().offset());
            lastAppliedAt.put(partition.topic(), clock.instant());
            registry.counter("parlance.consumer.records", "topic", partition.topic())
                    .increment(records.records(partition).size());
        }
        records.partitions().stream().map(TopicPartition::topic).distinct().forEach(topic -> registry.counter(
                        "parlance.consumer.batches", "topic", topic)
                .increment());
    }

    /// When a batch of this topic was last applied by this instance; empty if none was since the start.
    public Optional<Instant> lastAppliedAt(String topic) {
        return Optional.ofNullable(lastAppliedAt.get(topic));
    }

    /// The partitions that were assigned to this instance at the last measurement.
    public Set<TopicPartition> assigned() {
        return assigned.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        for (String channel : clients.getConsumerChannels()) {
            for (KafkaConsumer<String, byte[]> consumer : clients.<String, byte[]>getConsumers(channel)) {
                try {
                    measure(consumer);
                } catch (Exception e) {
                    LOG.debugf("event=freshness-check-failed channel=%s cause=%s", channel, TransientFailure.brief(e));
                }
            }
        }
    }

    private void measure(KafkaConsumer<String, byte[]> consumer) throws Exception {
        Instant now = clock.instant();
        Map<TopicPartition, Long> positions = consumer.getPositions().await().atMost(KAFKA_TIMEOUT);
        assigned.put(consumer, Set.copyOf(positions.keySet()));
        if (positions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = offsets.endOffsets(positions.keySet());
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(
                        positions.keySet().toArray(TopicPartition[]::new))
                .await()
                .atMost(KAFKA_TIMEOUT);
        Map<TopicPartition, Instant> fresh = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> beyondMarkers = new HashMap<>();
        positions.forEach((partition, position) -> {
            var offsetsNow = new PartitionOffsets(
                    LastPolledOffsets.last(partition),
                    applied.getOrDefault(partition, -1L),
                    committed.get(partition) == null
                            ? 0
                            : committed.get(partition).offset(),
                    position);
            if (position >= ends.get(partition) && offsetsNow.isFullyApplied()) {
                fresh.put(partition, now);
                if (position > offsetsNow.next()) {
                    beyondMarkers.put(partition, new OffsetAndMetadata(position));
                }
            } else {
                fresh.put(
                        partition,
                        endOffsets
                                .update(partition, offsetsNow.firstUnapplied(), ends.get(partition), now)
                                .orElse(Freshness.NEVER));
            }
        });
        freshness.write(fresh);
        if (!beyondMarkers.isEmpty()) {
            consumer.commit(beyondMarkers).await().atMost(KAFKA_TIMEOUT);
        }
    }
}
