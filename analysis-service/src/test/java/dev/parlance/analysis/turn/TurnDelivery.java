package dev.parlance.analysis.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.consumer.BatchConsumer;
import dev.parlance.kit.consumer.InboundRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// Delivers turns to the consumer, one batch at a time.
@ApplicationScoped
public class TurnDelivery {
    /// Of records that are [received][#receive].
    static final String TOPIC = "delivered-by-test";

    private final TurnConsumer consumer;
    private final BatchConsumer batchConsumer;

    TurnDelivery(TurnConsumer consumer, BatchConsumer batchConsumer) {
        this.consumer = consumer;
        this.batchConsumer = batchConsumer;
    }

    public void deliver(SampleTurn... turns) {
        consumer.apply(Arrays.stream(turns).map(SampleTurn::toRecord).toList());
    }

    /// Any records, in one batch.
    public void deliver(InboundRecord... records) {
        consumer.apply(List.of(records));
    }

    /// Receives a batch as the connector does: what cannot be applied is found and set aside.
    public void receive(List<InboundRecord> batch) {
        var partition = new TopicPartition(TOPIC, 0);
        var _ = batchConsumer.consume(
                new ConsumerRecords<>(
                        Map.of(
                                partition,
                                batch.stream()
                                        .map(TurnDelivery::toConsumerRecord)
                                        .toList()),
                        Map.of()),
                consumer);
    }

    private static ConsumerRecord<String, byte[]> toConsumerRecord(InboundRecord record) {
        var received = new ConsumerRecord<>(TOPIC, 0, record.offset(), record.key(), record.value());
        record.headers().forEach((name, value) -> received.headers().add(name, value.getBytes(UTF_8)));
        return received;
    }

    /// A turn whose record has one more header.
    void deliver(SampleTurn turn, String header, String value) {
        InboundRecord record = turn.toRecord();
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(header, value);
        consumer.apply(List.of(new InboundRecord(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value())));
    }
}
