package dev.parlance.kit.lag;

import dev.parlance.kit.consumer.BatchReceiver;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.offset.BrokerOffsets;
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
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Lag of this service's consumer groups, asked from the broker: the metrics of a client are wrong when the client
/// is stuck. Measured every few seconds; answered from memory.
@ApplicationScoped
public class ConsumerLag {
    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
    private static final Duration MAX_SNAPSHOT_AGE = Duration.ofSeconds(20);

    private final BrokerOffsets offsets;
    private final KafkaClientService clients;
    private final Instance<BatchReceiver> receivers;
    private final Clock clock;
    private volatile LagSnapshot latest = new LagSnapshot(Instant.EPOCH, Map.of());

    ConsumerLag(
            BrokerOffsets offsets, KafkaClientService clients, @Any Instance<BatchReceiver> receivers, Clock clock) {
        this.offsets = offsets;
        this.clients = clients;
        this.receivers = receivers;
        this.clock = clock;
    }

    /// Committed offset of the group and end offset of a partition.
    ///
    /// @param end offset behind the last committed record
    public record PartitionLag(long committed, long end) {
        public long lag() {
            return Math.max(end - committed, 0);
        }
    }

    public record LagSnapshot(Instant at, Map<TopicPartition, PartitionLag> partitions) {
        public long lag(String topic) {
            return partitions.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .mapToLong(entry -> entry.getValue().lag())
                    .sum();
        }
    }

    /// Empty while the broker does not answer.
    public Optional<LagSnapshot> latest() {
        LagSnapshot snapshot = latest;
        return snapshot.at().plus(MAX_SNAPSHOT_AGE).isAfter(clock.instant()) ? Optional.of(snapshot) : Optional.empty();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws InterruptedException {
        try {
            latest = new LagSnapshot(clock.instant(), measurePartitions());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debugf("event=lag-check-failed cause=%s", TransientFailure.brief(e));
        }
    }

    private Map<TopicPartition, PartitionLag> measurePartitions() throws Exception {
        List<TopicPartition> partitions =
                offsets.partitions(receivers.stream().map(BatchReceiver::topic).toList());
        Map<TopicPartition, Long> next = new HashMap<>();
        for (String group : groups()) {
            next.putAll(offsets.committedOffsets(group));
        }
        Map<TopicPartition, Long> ends = offsets.endOffsets(partitions);
        next.putAll(offsets.beginningOffsets(partitions.stream()
                .filter(partition -> !next.containsKey(partition))
                .toList()));
        Map<TopicPartition, PartitionLag> lags = new HashMap<>();
        ends.forEach((partition, end) -> lags.put(partition, new PartitionLag(next.get(partition), end)));
        return lags;
    }

    private List<String> groups() {
        return clients.getConsumerChannels().stream()
                .map(channel -> clients.getConsumer(channel).configuration().get("group.id"))
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
