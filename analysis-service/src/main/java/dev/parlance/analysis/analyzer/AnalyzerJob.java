package dev.parlance.analysis.analyzer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/// The state of one analyser's work on one turn. Stored as JSON.
///
/// @param error  why it failed, without anything that was said; null otherwise
/// @param result numbers of what was found, by name; null where it failed
public record AnalyzerJob(String type, String status, int attempts, String error, Map<String, Integer> result) {
    public static final String COMPLETED = "completed";
    public static final String FAILED = "failed";

    /// Whether a job is ever stored in this state: pending and running jobs are not.
    public static boolean isStoredStatus(String status) {
        return COMPLETED.equals(status) || FAILED.equals(status);
    }

    /// The same job, whose result could not be stored.
    AnalyzerJob failed(String reason) {
        return new AnalyzerJob(type, FAILED, attempts, reason, null);
    }

    @JsonIgnore
    public boolean isFailed() {
        return FAILED.equals(status);
    }
}
