package dev.parlance.summary.day;

import dev.parlance.summary.Announcements;
import dev.parlance.summary.RevisionFloors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.function.Consumer;

/// A second instance of the service: it remembers other facts than the first one.
@ApplicationScoped
public class AnotherInstance {
    private final RefreshDays days;

    AnotherInstance(
            LearnerDays learnerDays,
            DayFacts dayFacts,
            TransactionSynchronizationRegistry transactions,
            RevisionFloors floors,
            Announcements announcements,
            Clock clock) {
        this.days = new RefreshDays(
                learnerDays, dayFacts, new RecentFacts(learnerDays, transactions, 1_000), floors, announcements, clock);
    }

    /// Does something with its days in a transaction.
    public void perform(Consumer<RefreshDays> work) {
        QuarkusTransaction.requiringNew().run(() -> work.accept(days));
    }
}
