package dev.parlance.kit.status;

import java.util.List;

/// Reports the stages at which work waits. Answers from memory, at once, whatever is unavailable.
public interface BacklogSource {
    List<Stage> stages();

    /// What must add up, day by day; empty if nothing is counted.
    default List<?> reconciliation() {
        return List.of();
    }
}
