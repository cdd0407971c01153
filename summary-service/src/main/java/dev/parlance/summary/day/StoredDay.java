package dev.parlance.summary.day;

/// A stored day and the transaction that wrote its row last.
///
/// @param transactionId the row's `xmin`
record StoredDay(Day day, String transactionId) {}
