package dev.parlance.summary.day;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.summary.fact.DayFact;
import dev.parlance.summary.fact.DayKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The facts of days that were refreshed recently, so that a new turn does not read the day's other turns again. An
/// entry is valid while the day's row is the one that this instance wrote with it: every transaction that changes
/// facts, on any instance, also writes the row (docs/decisions/0022-facts-in-memory.md).
@ApplicationScoped
class DayFactCache {
    /// The memory of an entry without its facts, in facts.
    private static final int DAY_OVERHEAD_FACTS = 2;

    private final LearnerDays learnerDays;
    private final TransactionSynchronizationRegistry transactions;
    private final Cache<DayKey, CachedDay> days;

    /// @param maxFacts in all entries, some 250 bytes each
    DayFactCache(
            LearnerDays learnerDays,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "parlance.summary.max-cached-facts") int maxFacts) {
        this.learnerDays = learnerDays;
        this.transactions = transactions;
        this.days = Caffeine.newBuilder()
                .maximumWeight(maxFacts)
                .weigher((DayKey _, CachedDay day) -> DAY_OVERHEAD_FACTS + day.facts.size())
                .build();
    }

    private record CachedDay(long revision, String transactionId, List<DayFact> facts) {
        boolean matches(StoredDay day) {
            return day.transactionId().equals(transactionId) && day.day().revision() == revision;
        }
    }

    /// All facts that the day had when its row was written, if they are cached.
    Optional<List<DayFact>> find(StoredDay day) {
        return Optional.ofNullable(days.getIfPresent(day.day().key()))
                .filter(cached -> cached.matches(day))
                .map(CachedDay::facts);
    }

    /// Caches the facts of these days once the caller's transaction, which has written their rows, has committed.
    void putAfterCommit(Collection<Day> written, Map<DayKey, List<DayFact>> facts) {
        if (written.isEmpty()) {
            return;
        }
        String transactionId = learnerDays.currentTransactionId();
        Map<DayKey, CachedDay> entries = HashMap.newHashMap(written.size());
        written.forEach(
                day -> entries.put(day.key(), new CachedDay(day.revision(), transactionId, facts.get(day.key()))));
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    days.putAll(entries);
                }
            }
        });
    }
}
