package dev.parlance.kit.pipeline;

import java.util.List;

/// Something that knows of a place where work waits. Answers from memory, at once, whatever is away.
public interface PipelinePart {
    List<Stage> stages();

    /// What must add up, day by day; nothing where nothing is counted.
    default List<?> reconciliation() {
        return List.of();
    }
}
