package dev.parlance.cli.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;

/// What could not be imported, and why: a whole line, or one turn of it (`turn` counts from 0, and is null for a
/// line).
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BadLine(String file, int line, Integer turn, String reason) {
    /// `line 17: …`, or `line 17, turn 3: …` with the turn counted as people do.
    String text() {
        return turn == null
                ? "line %d: %s".formatted(line, reason)
                : "line %d, turn %d: %s".formatted(line, turn + 1, reason);
    }
}
