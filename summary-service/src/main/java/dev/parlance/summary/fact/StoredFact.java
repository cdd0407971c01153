package dev.parlance.summary.fact;

import dev.parlance.summary.day.Place;
import java.util.UUID;

/// A fact that was newer than what was known of its turn.
///
/// @param place  where the turn counts now
/// @param before where it counted; null for a turn that nothing was known of
record StoredFact(String tenant, UUID turnId, Place place, Place before) {}
