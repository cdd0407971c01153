package dev.parlance.cli.importing;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A line or a turn that could not be imported, and the reason. `turn` is counted from 0, and null for a whole line.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportError(String file, int line, Integer turn, String reason) {
    /// `line 17: …`, or `line 17, turn 3: …` with the turn counted from 1.
    String text() {
        return turn == null
                ? "line %d: %s".formatted(line, reason)
                : "line %d, turn %d: %s".formatted(line, turn + 1, reason);
    }
}
