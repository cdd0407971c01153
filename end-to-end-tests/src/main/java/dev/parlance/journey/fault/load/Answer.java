package dev.parlance.journey.fault.load;

import dev.parlance.journey.fault.ledger.Outcome;

/// What came back from one request.
///
/// @param status     0 where nothing did
/// @param retryAfter seconds; -1 where the answer says nothing
/// @param body       where nothing came back, what is known of the reason
public record Answer(Outcome outcome, int status, int retryAfter, String body) {}
