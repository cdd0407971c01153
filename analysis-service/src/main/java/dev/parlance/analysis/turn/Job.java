package dev.parlance.analysis.turn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/// The state of one analyser's work on one turn.
///
/// @param error  why it failed, without anything that was said; null otherwise
/// @param result figures of what was found; null where it failed
public record Job(String type, String status, int attempts, String error, Map<String, Integer> result) {
    public static final String COMPLETED = "completed";
    public static final String FAILED = "failed";

    /// Whether a job is ever found in this state: those that wait, or are at work, have left no trace yet.
    public static boolean isStored(String status) {
        return COMPLETED.equals(status) || FAILED.equals(status);
    }

    @JsonIgnore
    public boolean isFailed() {
        return FAILED.equals(status);
    }
}
