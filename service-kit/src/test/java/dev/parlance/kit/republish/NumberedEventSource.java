package dev.parlance.kit.republish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Jdbi;

/// Events that are numbers: as many as a key was given.
@Singleton
class NumberedEventSource implements EventSource {
    private final Jdbi jdbi;
    private final Map<String, Integer> facts = new ConcurrentHashMap<>();
    private final Map<String, IntConsumer> beforePage = new ConcurrentHashMap<>();
    private volatile int maxOutboxRows;

    NumberedEventSource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void put(String key, int count) {
        put(key, count, _ -> {});
    }

    /// @param beforePage called with the first number of each page before it is read
    void put(String key, int count, IntConsumer beforePage) {
        maxOutboxRows = 0;
        facts.put(key, count);
        this.beforePage.put(key, beforePage);
    }

    /// Maximum number of rows that the outbox can have held after a page.
    int maxOutboxRows() {
        return maxOutboxRows;
    }

    @Override
    public Optional<String> key(String learnerId) {
        return Optional.of(learnerId);
    }

    @Override
    public String learnerId(String key) {
        return key;
    }

    @Override
    public long count(Selection selection) {
        return facts.getOrDefault(selection.key(), 0);
    }

    @Override
    public EventPage pageAfter(Selection selection, String position, int limit) {
        int first = position == null ? 0 : Integer.parseInt(position);
        beforePage.getOrDefault(selection.key(), _ -> {}).accept(first);
        int end = Math.min(facts.getOrDefault(selection.key(), 0), first + limit);
        List<OutboxRecord> records = new ArrayList<>();
        for (int number = first; number < end; number++) {
            records.add(new OutboxRecord(
                    "parlance.analysis-events",
                    selection.key(),
                    Map.of("ce_type", "number"),
                    String.valueOf(number).getBytes(UTF_8)));
        }
        maxOutboxRows = Math.max(maxOutboxRows, outboxRows() + limit);
        return new EventPage(records, records.size(), String.valueOf(end), end - first < limit);
    }

    private int outboxRows() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }
}
