package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Watches `parlance.daily-summaries` as any subscriber would, reading committed, and tells the ledger what it sees.
public final class DaySummaries implements AutoCloseable {
    private static final String TOPIC = "parlance.daily-summaries";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KafkaConsumer<String, byte[]> consumer;
    private final CountedTurns counted;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("day-summaries").unstarted(this::read);
    private volatile boolean closed;

    private DaySummaries(String kafka, CountedTurns counted) {
        this.counted = counted;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /// From the first record on.
    public static DaySummaries watch(String kafka, CountedTurns counted) {
        var summaries = new DaySummaries(kafka, counted);
        summaries.thread.start();
        return summaries;
    }

    private void read() {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                var records = consumer.poll(POLL);
                long at = System.nanoTime();
                records.forEach(record -> tell(record, at));
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, long at) {
        if (record.value() == null) {
            return; // a day that no longer exists
        }
        try {
            JsonNode day = JSON.readTree(record.value());
            counted.counted(
                    day.get("learnerId").asText(),
                    day.get("date").asText(),
                    day.get("turns").asInt(),
                    at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
