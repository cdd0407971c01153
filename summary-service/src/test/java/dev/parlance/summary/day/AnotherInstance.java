package dev.parlance.summary.day;

import dev.parlance.summary.EventPublisher;
import dev.parlance.summary.RevisionFloors;
import dev.parlance.summary.fact.DayFacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.function.Consumer;

/// A second instance of the service with a cache of its own.
@ApplicationScoped
public class AnotherInstance {
    private final RefreshDays days;

    AnotherInstance(
            LearnerDays learnerDays,
            DayFacts dayFacts,
            TransactionSynchronizationRegistry transactions,
            RevisionFloors floors,
            EventPublisher publisher,
            Clock clock) {
        this.days = new RefreshDays(
                learnerDays, dayFacts, new DayFactCache(learnerDays, transactions, 1_000), floors, publisher, clock);
    }

    /// Runs work on its days in a new transaction.
    public void inTransaction(Consumer<RefreshDays> work) {
        QuarkusTransaction.requiringNew().run(() -> work.accept(days));
    }
}
