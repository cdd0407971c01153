package dev.parlance.benchmark.analysis.gold;

/// A place in a text, in UTF-16 code units.
///
/// @param end one past the last
public record Span(int start, int end) {
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
