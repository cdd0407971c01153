package dev.parlance.benchmark.gold;

/// A place in a text, in UTF-16 code units.
///
/// @param end one past the last
record Span(int start, int end) {
    boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }
}
