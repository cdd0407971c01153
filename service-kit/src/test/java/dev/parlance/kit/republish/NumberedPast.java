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

/// A past of facts that are numbers: as many as a key has been given.
@Singleton
class NumberedPast implements PastEvents {
    private final Jdbi jdbi;
    private final Map<String, Integer> facts = new ConcurrentHashMap<>();
    private final Map<String, IntConsumer> troubles = new ConcurrentHashMap<>();
    private volatile int fullest;

    NumberedPast(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void give(String key, int count) {
        give(key, count, _ -> {});
    }

    /// @param trouble is told the first number of each page before it is read
    void give(String key, int count, IntConsumer trouble) {
        fullest = 0;
        facts.put(key, count);
        troubles.put(key, trouble);
    }

    /// The most rows that the outbox could have held after a page.
    int fullest() {
        return fullest;
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
    public Page behind(Selection selection, String place, int limit) {
        int first = place == null ? 0 : Integer.parseInt(place);
        troubles.getOrDefault(selection.key(), _ -> {}).accept(first);
        int end = Math.min(facts.getOrDefault(selection.key(), 0), first + limit);
        List<OutboxRecord> records = new ArrayList<>();
        for (int number = first; number < end; number++) {
            records.add(new OutboxRecord(
                    "parlance.analysis-events",
                    selection.key(),
                    Map.of("ce_type", "number"),
                    String.valueOf(number).getBytes(UTF_8)));
        }
        fullest = Math.max(fullest, waiting() + limit);
        return new Page(records, records.size(), String.valueOf(end), end - first < limit);
    }

    private int waiting() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }
}
