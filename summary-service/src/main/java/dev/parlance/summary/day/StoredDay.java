package dev.parlance.summary.day;

/// A day as it stands in its row.
///
/// @param writer the transaction that wrote the row last
record StoredDay(Day day, String writer) {}
