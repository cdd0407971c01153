package dev.parlance.fault.cluster;

import dev.parlance.platform.client.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Appends all records of a topic to it once more, as a relay does that has lost track of what it sent.
public final class TopicReplay {
    private TopicReplay() {}

    /// @return how many records
    public static int republish(String kafka, String topic) throws ExecutionException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        new TopicReader(kafka)
                .forEach(
                        topic,
                        record -> records.add(new ProducerRecord<>(
                                topic, record.partition(), record.key(), record.value(), record.headers())));
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> results =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> result : results) {
                result.get();
            }
        }
        return records.size();
    }
}
