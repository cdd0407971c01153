package dev.parlance.summary;

import dev.parlance.kit.testing.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dependencies between the packages of this service.
class ArrowsTest extends ArchitectureRules {
    private static final Map<String, Set<String>> AREAS = Map.of(
            "fact", Set.of(),
            "day", Set.of("fact"),
            "module", Set.of("fact"),
            "projection", Set.of("day", "fact", "module"),
            "operations", Set.of("day", "fact", "module"));

    private static final Map<String, String> TABLE_OWNERS = Map.of(
            "turn_fact", "fact",
            "learner_day", "day",
            "module_learner_day", "module",
            "module_day", "module",
            "module_mark", "module",
            "revision_floor", "",
            "recompute_request", "operations.recompute");

    ArrowsTest() {
        super("dev.parlance.summary", AREAS, TABLE_OWNERS, List.of());
    }
}
