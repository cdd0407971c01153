package dev.parlance.kit.republish;

import dev.parlance.kit.outbox.OutboxRecord;
import java.util.List;
import java.util.Optional;

/// The events that a service has published, read from its tables in an order of its own: each record with the
/// `ce_id` that it had the first time. A service has one such bean, or none.
public interface EventSource {
    /// Key of the learner's records; empty if no learner can have this id.
    Optional<String> key(String learnerId);

    /// The learner with this [#key].
    String learnerId(String key);

    /// Number of facts in a selection. It may fail if that takes too long: the total stays unknown then.
    long count(Selection selection);

    /// The records behind a position. Facts that are stored after the first page may be left out: they are published
    /// anyway.
    ///
    /// @param position null at first, then that of the page before
    /// @param limit    maximum number of records, at least [#MIN_PAGE_RECORDS]
    EventPage pageAfter(Selection selection, String position, int limit);

    /// The smallest limit of a page.
    int MIN_PAGE_RECORDS = 10;

    /// A page of records; it may be empty before the end if a selection leaves much out.
    ///
    /// @param facts number of the counted facts in it: a fact may have several records
    /// @param last  whether nothing is behind it
    record EventPage(List<OutboxRecord> records, int facts, String position, boolean last) {}
}
