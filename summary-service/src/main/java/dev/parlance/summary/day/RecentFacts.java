package dev.parlance.summary.day;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

/// The facts of days that were refreshed lately: who goes on talking has each turn added to the day without the day's
/// turns being read again. They count only while the day's row is the one that this instance wrote with them: whoever
/// changes facts, here or elsewhere, writes the row (docs/decisions/0022-facts-in-memory.md).
@ApplicationScoped
class RecentFacts {
    /// About what a day takes beside its facts, in facts.
    private static final int OF_A_DAY = 2;

    private final LearnerDays learnerDays;
    private final TransactionSynchronizationRegistry transactions;
    private final Cache<DayKey, Remembered> days;

    /// @param most facts that are remembered, of some 250 bytes each
    RecentFacts(
            LearnerDays learnerDays,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "summary.recent-facts") int most) {
        this.learnerDays = learnerDays;
        this.transactions = transactions;
        this.days = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((DayKey _, Remembered day) -> OF_A_DAY + day.facts.size())
                .build();
    }

    private record Remembered(long revision, String writer, List<DayFact> facts) {
        boolean isOf(StoredDay day) {
            return day.writer().equals(writer) && day.day().revision() == revision;
        }
    }

    /// All facts that a day had when its row was written, if they are remembered.
    Optional<List<DayFact>> of(StoredDay day) {
        return Optional.ofNullable(days.getIfPresent(day.day().key()))
                .filter(remembered -> remembered.isOf(day))
                .map(Remembered::facts);
    }

    /// These days have these facts, if the caller's transaction, which has written their rows, commits.
    void remember(Collection<Day> written, Map<DayKey, List<DayFact>> facts) {
        if (written.isEmpty()) {
            return;
        }
        String writer = learnerDays.writer();
        Map<DayKey, Remembered> fresh = HashMap.newHashMap(written.size());
        written.forEach(day -> fresh.put(day.key(), new Remembered(day.revision(), writer, facts.get(day.key()))));
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    days.putAll(fresh);
                }
            }
        });
    }
}
