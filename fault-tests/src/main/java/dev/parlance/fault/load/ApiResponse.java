package dev.parlance.fault.load;

import dev.parlance.fault.ledger.Outcome;

/// The response to one request.
///
/// @param status        0 if there was none
/// @param hasRetryAfter whether it says when to try again
/// @param body          if there was no response, the error
public record ApiResponse(Outcome outcome, int status, boolean hasRetryAfter, String body) {}
