package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Watches a topic as any subscriber would, from its first record on, reading committed.
public final class TopicWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Listener listener;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::read);
    private volatile boolean closed;
    private volatile KafkaException failure;

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
    public static TopicWatch start(String kafka, String topic, Map<String, Object> settings, Listener listener) {
        var watch = new TopicWatch(kafka, topic, settings, listener);
        watch.thread.setName("watch of " + topic);
        watch.thread.start();
        return watch;
    }

    private void read() {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                var records = consumer.poll(POLL);
                long at = System.nanoTime();
                records.forEach(read -> listener.seen(read, at));
            }
        } catch (KafkaException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw Failure.failed("%s could not be watched (%s).".formatted(topic, failure.getMessage()));
        }
    }
}
