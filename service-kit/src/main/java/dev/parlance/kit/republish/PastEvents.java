package dev.parlance.kit.republish;

import dev.parlance.kit.outbox.OutboxRecord;
import java.util.List;
import java.util.Optional;

/// What a service has told so far, as it stands in its tables, in an order of its own: each record with the `ce_id`
/// that it had the first time. A service has one such bean, or none.
public interface PastEvents {
    /// The key of this learner's records; empty if no learner can have this id.
    Optional<String> key(String learnerId);

    /// The learner whose [#key] it is.
    String learnerId(String key);

    /// How many facts a selection holds. It may fail where that takes too long: the total stays unknown then.
    long count(Selection selection);

    /// The records behind a place. What becomes known after the first page may be left out: it is told by itself.
    ///
    /// @param place null at the beginning, then what the page before said
    /// @param limit records at most, at least [#SMALLEST_PAGE]
    Page behind(Selection selection, String place, int limit);

    /// The least that a service may be asked for at once.
    int SMALLEST_PAGE = 10;

    /// Some of the past; it may be empty before the end where a selection leaves much out.
    ///
    /// @param facts how many of the counted facts it holds: a fact may take several records
    /// @param last  whether nothing is behind it
    record Page(List<OutboxRecord> records, int facts, String place, boolean last) {}
}
