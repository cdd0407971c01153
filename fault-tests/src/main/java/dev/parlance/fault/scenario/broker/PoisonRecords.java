package dev.parlance.fault.scenario.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends unreadable records under the keys of learners who send turns.
final class PoisonRecords implements AutoCloseable {
    static final String TOPIC = "parlance.conversation-events";

    private static final String EVENT_TYPE = "parlance.turn-recorded.v1";
    private static final int LARGE_VALUE_BYTES = 1_000_000;

    private final KafkaProducer<String, byte[]> producer;
    private final String prefix;

    PoisonRecords(String kafka, String prefix) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "max.request.size", 2 * LARGE_VALUE_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
        this.prefix = prefix;
    }

    /// Where a record came to lie.
    record RecordPosition(int partition, long offset) {}

    /// @param number says of which kind it is, and whose
    RecordPosition send(int number) throws ExecutionException, InterruptedException {
        List<byte[]> values = Arrays.asList(
                "{\"tenant\": \"default\", \"learnerId".getBytes(UTF_8),
                turnRecorded(prefix + "-0", new UUID(1, number), new UUID(2, number))
                        .replace("\"turnId\"", "\"turnID\"")
                        .getBytes(UTF_8),
                null,
                turnRecorded(prefix + "-0", new UUID(1, number), new UUID(2, number))
                        .getBytes(UTF_8),
                largeValue(),
                turnRecorded(prefix + "-0", new UUID(1, number), new UUID(2, number))
                        .replace("w00001", "w\u00ff\u00fe")
                        .getBytes(ISO_8859_1));
        int kind = number % values.size();
        String key = "default/%s-%d".formatted(prefix, number % 200);
        var record = new ProducerRecord<>(TOPIC, key, values.get(kind));
        if (kind != 3) {
            record.headers()
                    .add("ce_type", EVENT_TYPE.getBytes(UTF_8)); // the fourth kind has no headers, but a good value
        }
        var stored = producer.send(record).get();
        return new RecordPosition(stored.partition(), stored.offset());
    }

    /// A turn of two words, as conversation-service announces it.
    static String turnRecorded(String learner, UUID conversation, UUID turn) {
        return """
            {"tenant": "default", "learnerId": "%s", "guest": false, "conversationId": "%s", "turnId": "%s",
             "sequence": 1, "channel": "app", "module": "repaired", "language": "en", "timeZone": "UTC",
             "localDate": "2026-11-09", "occurredAt": "2026-11-09T10:00:00.000Z",
             "recordedAt": "2026-11-09T10:00:00.100Z", "learnerText": "w00001 w00002", "replyText": "w00003",
             "durationMs": 1000, "wordTimings": null, "metadata": {}}
            """.formatted(learner, conversation, turn);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] largeValue() {
        byte[] value = new byte[LARGE_VALUE_BYTES];
        Arrays.fill(value, (byte) '[');
        return value;
    }
}
