package dev.parlance.benchmark.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Watches a topic as any subscriber would, from its first record on, reading committed.
public final class TopicWatch {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Listener listener;

    /// Who wants to know of each record; of one thread alone.
    @FunctionalInterface
    public interface Listener {
        /// @param at when it was read, by `System.nanoTime`
        void seen(ConsumerRecord<String, byte[]> read, long at);
    }

    private TopicWatch(String kafka, String topic, Map<String, Object> settings, Listener listener) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.topic = topic;
        this.listener = listener;
        this.consumer = new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /// @param settings of the consumer, beside where the broker is
    public static Watch start(String kafka, String topic, Map<String, Object> settings, Listener listener) {
        return Watch.start(topic, new TopicWatch(kafka, topic, settings, listener)::read);
    }

    private void read(BooleanSupplier closed) {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed.getAsBoolean()) {
                var records = consumer.poll(POLL);
                long at = System.nanoTime();
                records.forEach(read -> listener.seen(read, at));
            }
        }
    }
}
