package dev.parlance.kit.pipeline;

import dev.parlance.kit.intake.BrokerOffsets;
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
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// How far this service's consumer group is behind, by the broker's word: the clients' own numbers are wrong whenever
/// they matter. Measured every few seconds on a thread of its own; whoever asks is answered from memory.
@ApplicationScoped
public class IntakeLags {
    private static final Logger LOG = Logger.getLogger(IntakeLags.class);
    private static final Duration CURRENT = Duration.ofSeconds(20);

    private final BrokerOffsets offsets;
    private final KafkaClientService clients;
    private final Instance<RecordReader> readers;
    private final Clock clock;
    private volatile Standing latest = new Standing(Instant.EPOCH, Map.of());

    IntakeLags(BrokerOffsets offsets, KafkaClientService clients, @Any Instance<RecordReader> readers, Clock clock) {
        this.offsets = offsets;
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
        List<TopicPartition> partitions =
                offsets.partitions(readers.stream().map(RecordReader::topic).toList());
        Map<TopicPartition, Long> next = new HashMap<>();
        for (String group : groups()) {
            next.putAll(offsets.committed(group));
        }
        Map<TopicPartition, Long> ends = offsets.ends(partitions);
        next.putAll(offsets.starts(partitions.stream()
                .filter(partition -> !next.containsKey(partition))
                .toList()));
        Map<TopicPartition, Place> places = new HashMap<>();
        ends.forEach((partition, end) -> places.put(partition, new Place(next.get(partition), end)));
        return places;
    }

    private List<String> groups() {
        return clients.getConsumerChannels().stream()
                .map(channel -> clients.getConsumer(channel).configuration().get("group.id"))
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
