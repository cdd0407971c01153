package dev.parlance.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.event.Event;
import dev.parlance.contract.event.Topic;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.kit.testing.TopicReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Publishes to the topic that this service consumes and reads the topics that it publishes to.
public final class SummaryTopics {
    private static final String PREFIX = "parlance.";

    private final String broker;

    public SummaryTopics(String broker) {
        this.broker = broker;
    }

    /// All committed records of a key, from the beginning of the topic to its end.
    public List<ConsumerRecord<String, byte[]>> recordsOf(Topic topic, String key) {
        return TopicReader.readAll(broker, topic.name(PREFIX), record -> key.equals(record.key()));
    }

    /// Publishes events as their service would, and returns when the broker has them.
    public void publish(Collection<? extends Event> events) {
        publish(events.stream()
                .map(event -> EventCodec.encode(event, "analysis-service"))
                .map(SummaryTopics::record)
                .toList());
    }

    public void publish(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Future<RecordMetadata> acknowledgement :
                    records.stream().map(producer::send).toList()) {
                acknowledgement.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the broker did not take what was published", e);
        }
    }

    /// A record of a type on `analysis-events` whose value may be anything.
    public static ProducerRecord<String, byte[]> raw(String key, String type, String value) {
        var record = new ProducerRecord<>(Topic.ANALYSIS_EVENTS.name(PREFIX), key, value.getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        return record;
    }

    public static ProducerRecord<String, byte[]> record(EventRecord event) {
        var record = new ProducerRecord<>(event.topic().name(PREFIX), event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
