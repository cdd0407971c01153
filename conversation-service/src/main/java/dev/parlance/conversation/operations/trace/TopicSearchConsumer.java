package dev.parlance.conversation.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.conversation.operations.trace.StageResult.NoAnswer;
import dev.parlance.conversation.operations.trace.StageResult.NotReached;
import dev.parlance.conversation.operations.trace.StageResult.Reached;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/// Searches a topic for one record and its timestamp: in the partition of its key, from just before the earliest
/// time at which it can have been sent. Joins no consumer group and commits nothing.
@ApplicationScoped
class TopicSearchConsumer {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);

    /// The relay that sent the record may run on another machine, whose clock differs slightly.
    private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final Duration timeout;

    TopicSearchConsumer(@Identifier("default-kafka-broker") Map<String, Object> broker, TraceConfig config) {
        this.timeout = config.searchTimeout();
        this.settings = new HashMap<>(broker);
        int millis = Math.toIntExact(timeout.toMillis());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "parlance-trace");
    }

    /// @param id       the record's `ce_id`
    /// @param accepted the record cannot have been sent earlier
    StageResult findRecord(String topic, String key, String id, Instant accepted) {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            if (partitions == null || partitions.isEmpty()) {
                return new NotReached(); // the broker has no such topic
            }
            var partition =
                    new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions.size());
            OffsetAndTimestamp start = consumer.offsetsForTimes(
                            Map.of(partition, accepted.minus(MAX_CLOCK_SKEW).toEpochMilli()))
                    .get(partition);
            return start == null ? new NotReached() : search(consumer, partition, start.offset(), id);
        } catch (KafkaException e) {
            return new NoAnswer();
        }
    }

    private StageResult search(Consumer<String, byte[]> consumer, TopicPartition partition, long start, String id) {
        long deadline = System.nanoTime() + timeout.toNanos();
        consumer.assign(List.of(partition));
        consumer.seek(partition, start);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL_TIMEOUT)) {
                if (hasId(record, id)) {
                    return new Reached(Instant.ofEpochMilli(record.timestamp()));
                }
            }
            if (System.nanoTime() > deadline) {
                return new NoAnswer();
            }
        }
        return new NotReached();
    }

    private static boolean hasId(ConsumerRecord<String, byte[]> record, String id) {
        Header header = record.headers().lastHeader("ce_id");
        return header != null && Arrays.equals(header.value(), id.getBytes(UTF_8));
    }
}
