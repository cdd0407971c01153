package dev.parlance.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts by topic the records that the broker has accepted from this instance; a record that was sent again counts
/// again.
@ApplicationScoped
class RelayMetrics {
    private final MeterRegistry registry;

    RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void countSent(List<OutboxRow> rows) {
        // The registry looks a counter up each time: once per topic and batch, not once per row.
        Map<String, Integer> byTopic = new HashMap<>();
        for (OutboxRow row : rows) {
            byTopic.merge(row.topic(), 1, Integer::sum);
        }
        byTopic.forEach((topic, sent) ->
                registry.counter("parlance.relay.sent.records", "topic", topic).increment(sent));
    }
}
