package dev.parlance.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts, by topic, what the broker has taken from this instance for good; a record that was sent again counts again.
@ApplicationScoped
class SentRecords {
    private final MeterRegistry registry;

    SentRecords(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(List<OutboxRow> rows) {
        // The registry looks a counter up each time: once a topic and round, not once a row.
        Map<String, Integer> byTopic = new HashMap<>();
        for (OutboxRow row : rows) {
            byTopic.merge(row.topic(), 1, Integer::sum);
        }
        byTopic.forEach((topic, sent) ->
                registry.counter("parlance.relay.sent", "topic", topic).increment(sent));
    }
}
