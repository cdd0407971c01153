package dev.parlance.platform.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the committed records of topics without a consumer group, so that it changes no offsets.
public final class TopicReader {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);
    /// Longer than a transaction may stay open.
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(90);

    private final String bootstrapServers;
    private final Map<String, Object> settings = new HashMap<>();

    /// Receives each record, on the thread that reads.
    @FunctionalInterface
    public interface RecordListener {
        /// @param readNanos when it was read, by `System.nanoTime`
        void onRecord(ConsumerRecord<String, byte[]> record, long readNanos);
    }

    public TopicReader(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /// @param consumerSettings in addition to those of this class
    public TopicReader(String bootstrapServers, Map<String, Object> consumerSettings) {
        this.bootstrapServers = bootstrapServers;
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.putAll(consumerSettings);
    }

    /// The records that match, in order within each partition.
    public List<ConsumerRecord<String, byte[]>> readAll(
            String topic, Predicate<ConsumerRecord<String, byte[]>> filter) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        readToEnd(topic, new StringDeserializer(), record -> {
            if (filter.test(record)) {
                records.add(record);
            }
        });
        return records;
    }

    /// Passes on each record with its exact bytes.
    public void forEach(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
        readToEnd(topic, new ByteArrayDeserializer(), action);
    }

    /// Reads the first record and what follows, or what is written from now on, until it is stopped.
    ///
    /// @throws UnknownTopicOrPartitionException if there is no such topic
    public void follow(List<String> topics, boolean fromBeginning, RecordListener listener, BooleanSupplier isStopped) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = assign(consumer, topics);
            if (!fromBeginning) {
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position); // from now on, not from the first poll on
            }
            while (!isStopped.getAsBoolean()) {
                var records = consumer.poll(POLL_TIMEOUT);
                long readNanos = System.nanoTime();
                records.forEach(record -> listener.onRecord(record, readNanos));
            }
        }
    }

    /// The value of a header, empty if it is missing.
    public static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /// Reads to the last record that is written at the time of the call, also if its transaction is still open: the
    /// broker confirms a commit before it marks the records as committed.
    private <K> void readToEnd(String topic, Deserializer<K> keys, Consumer<ConsumerRecord<K, byte[]>> action) {
        try (var consumer = new KafkaConsumer<>(settings, keys, new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = endOffsets(assign(consumer, List.of(topic)));
            long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
            while (!ends.isEmpty()) {
                for (ConsumerRecord<K, byte[]> record : consumer.poll(POLL_TIMEOUT)) {
                    deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
                    action.accept(record);
                }
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                if (System.nanoTime() > deadline) {
                    throw new ClientFailure("The end of %s was not reached: %s.".formatted(topic, ends));
                }
            }
        }
    }

    private List<TopicPartition> assign(KafkaConsumer<?, ?> consumer, List<String> topics) {
        Map<String, List<PartitionInfo>> known = consumer.listTopics();
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            if (!known.containsKey(topic)) {
                throw new UnknownTopicOrPartitionException(
                        "There is no topic %s at %s.".formatted(topic, bootstrapServers));
            }
            known.get(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private Map<TopicPartition, Long> endOffsets(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (ExecutionException e) {
            throw new ClientFailure("The broker does not tell the end of %s (%s).".formatted(partitions, e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Stopped.");
        }
        return ends;
    }
}
