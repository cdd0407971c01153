package dev.parlance.analysis;

import static java.util.Map.entry;

import dev.parlance.kit.testing.ArchitectureRules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dependencies between the packages of this service.
class ArrowsTest extends ArchitectureRules {
    private static final Map<String, Set<String>> AREAS = Map.ofEntries(
            entry("analyzer", Set.of()),
            entry("language", Set.of()),
            entry("emotion", Set.of("language")),
            entry("reading", Set.of("language")),
            entry("vocabulary", Set.of("analyzer", "language")),
            entry("level", Set.of("analyzer", "language", "vocabulary")),
            entry("highlight", Set.of("analyzer", "emotion", "language", "vocabulary")),
            entry("turn", Set.of("analyzer", "emotion", "highlight", "language", "vocabulary")),
            entry("query", Set.of("analyzer", "emotion", "highlight", "language", "reading", "turn", "vocabulary")),
            entry("operations", Set.of("analyzer", "query", "turn", "vocabulary")));

    private static final Map<String, String> TABLE_OWNERS = Map.of(
            "analyzed_turn", "turn.store",
            "vocabulary", "vocabulary",
            "level_list", "level",
            "word_level", "level",
            "reanalysis", "operations.reanalysis");

    ArrowsTest() {
        super("dev.parlance.analysis", AREAS, TABLE_OWNERS, List.of());
    }
}
