package dev.parlance.kit.republish;

import dev.parlance.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

/// The next part of the past is told again: into the outbox with it and the order moved on, or neither.
@ApplicationScoped
class RepublishPage {
    private final Instance<PastEvents> past;
    private final Republications republications;
    private final Outbox outbox;

    RepublishPage(Instance<PastEvents> past, Republications republications, Outbox outbox) {
        this.past = past;
        this.republications = republications;
        this.outbox = outbox;
    }

    /// Whether this service has a past to tell.
    boolean isOfUse() {
        return past.isResolvable();
    }

    @Transactional
    void count(Republication order) {
        republications.counted(order.id(), past.get().count(order.selection()));
    }

    /// @return how many records were put into the outbox
    @Transactional
    int next(Republication order, int limit) {
        PastEvents.Page page = past.get().behind(order.selection(), order.place(), limit);
        if (!republications.advance(order, page)) {
            return 0;
        }
        outbox.append(page.records());
        return page.records().size();
    }
}
