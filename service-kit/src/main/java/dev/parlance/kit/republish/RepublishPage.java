package dev.parlance.kit.republish;

import dev.parlance.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

/// Puts the next page of a republication into the outbox and stores the progress, in one transaction.
@ApplicationScoped
class RepublishPage {
    private final Instance<EventSource> source;
    private final Republications republications;
    private final Outbox outbox;

    RepublishPage(Instance<EventSource> source, Republications republications, Outbox outbox) {
        this.source = source;
        this.republications = republications;
        this.outbox = outbox;
    }

    /// Whether this service can republish events.
    boolean hasSource() {
        return source.isResolvable();
    }

    @Transactional
    void count(Republication republication) {
        republications.updateTotal(republication.id(), source.get().count(republication.selection()));
    }

    /// Whether the outbox holds so few rows that so many records may be added. The measurement for admission is older
    /// and counts gaps: with it, pages would exceed the bound, or stop without need.
    boolean fitsIntoOutbox(int records, int maxRows) {
        return outbox.count(maxRows) + records <= maxRows;
    }

    /// @return number of records put into the outbox
    @Transactional
    int republish(Republication republication, int limit) {
        EventSource.EventPage page = source.get().pageAfter(republication.selection(), republication.position(), limit);
        if (!republications.advance(republication, page)) {
            return 0;
        }
        outbox.append(page.records());
        return page.records().size();
    }
}
