package dev.parlance.kit.republish;

import dev.parlance.kit.order.OrderStatus;
import java.time.Instant;
import java.util.UUID;

/// An order to tell the past again, and how far it has come. Orders are done one at a time, the oldest first.
///
/// @param place       how far the records are in the outbox; null before the first
/// @param sent        facts that are in the outbox or beyond
/// @param total       facts of the selection; null before they were counted, or where that took too long
/// @param completedAt when it came to an end of any kind
public record Republication(
        UUID id,
        Selection selection,
        OrderStatus status,
        String place,
        long sent,
        Long total,
        Instant startedAt,
        Instant completedAt,
        String error) {}
