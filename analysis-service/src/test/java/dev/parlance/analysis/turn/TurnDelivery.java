package dev.parlance.analysis.turn;

import dev.parlance.kit.consumer.InboundRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Delivers turns to the consumer, one batch at a time.
@ApplicationScoped
public class TurnDelivery {
    private final TurnConsumer consumer;

    TurnDelivery(TurnConsumer consumer) {
        this.consumer = consumer;
    }

    public void deliver(SampleTurn... turns) {
        consumer.apply(Arrays.stream(turns).map(SampleTurn::toRecord).toList());
    }

    /// Any records, in one batch.
    public void deliver(InboundRecord... records) {
        consumer.apply(List.of(records));
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
