package dev.parlance.analysis.turn;

import dev.parlance.kit.intake.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets turns arrive, one batch at a time.
@ApplicationScoped
class Arrivals {
    private final TurnConsumer consumer;

    Arrivals(TurnConsumer consumer) {
        this.consumer = consumer;
    }

    void of(Told... turns) {
        consumer.apply(Arrays.stream(turns).map(Told::record).toList());
    }

    /// Whatever is told, in one batch.
    void of(Received... records) {
        consumer.apply(List.of(records));
    }

    /// A turn whose announcement has a header more.
    void of(Told turn, String header, String value) {
        Received record = turn.record();
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(header, value);
        consumer.apply(List.of(new Received(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value())));
    }
}
