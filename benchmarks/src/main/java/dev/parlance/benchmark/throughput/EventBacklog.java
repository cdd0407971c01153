package dev.parlance.benchmark.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.TurnRecordedEvents;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.contract.json.EventRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Turns that lie on `parlance.conversation-events` and wait to be read, as conversation-service would have sent them.
public final class EventBacklog {
    /// In a day of a learner.
    private static final int TURNS_PER_DAY = 20;

    private final String bootstrapServers;

    public EventBacklog(String kafka) {
        this.bootstrapServers = kafka;
    }

    /// Appends so many turns of a crowd, who take turns in speaking, some days of them, the last one being today.
    public void append(SimulatedLearners crowd, int turns) {
        var recorded = new TurnRecordedEvents(crowd);
        int days = (turns / crowd.size() - 1) / TURNS_PER_DAY;
        Instant first = Instant.now().minus(Duration.ofDays(days)).minus(Duration.ofHours(1));
        var failure = new AtomicReference<Exception>();
        try (var producer = producer()) {
            for (int number = 0; number < turns; number++) {
                int round = number / crowd.size();
                Instant at = first.plus(Duration.ofDays(round / TURNS_PER_DAY))
                        .plusSeconds(round % TURNS_PER_DAY)
                        .plusMillis(number % crowd.size());
                var _ = producer.send(record(recorded.create(number, at)), (_, e) -> failure.compareAndSet(null, e));
            }
        }
        if (failure.get() != null) {
            throw Failure.failed("The broker did not take all turns (%s).".formatted(failure.get()));
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> record(EventRecord event) {
        var record = new ProducerRecord<>(event.topic().name("parlance."), event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
