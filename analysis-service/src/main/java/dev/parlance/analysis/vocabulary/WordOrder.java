package dev.parlance.analysis.vocabulary;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.List;

/// The orders in which a vocabulary can be listed; words that are equal in it are ordered by language and lemma.
enum WordOrder {
    /// First used last, first.
    RECENT("first_seen_at", "desc", "timestamptz"),
    /// Most used first.
    FREQUENT("count", "desc", "integer"),
    /// By code point of what is shown.
    ALPHABETICAL("display collate \"C\"", "asc", "text");

    private final String column;
    private final String direction;
    private final String type;

    WordOrder(String column, String direction, String type) {
        this.column = column;
        this.direction = direction;
        this.type = type;
    }

    static WordOrder of(String name) {
        return switch (name) {
            case null -> RECENT;
            case "recent" -> RECENT;
            case "frequent" -> FREQUENT;
            case "alphabetical" -> ALPHABETICAL;
            default -> throw new InvalidRequest("sort", "sort must be recent, frequent or alphabetical");
        };
    }

    String orderBy() {
        return " order by %s %s, language collate \"C\", lemma collate \"C\"".formatted(column, direction);
    }

    /// What comes after the last word of the page before.
    String after() {
        String beyond = "desc".equals(direction) ? "<" : ">";
        return """
                and (%1$s %2$s cast(:after as %3$s)
                     or %1$s = cast(:after as %3$s)
                        and (language collate "C", lemma collate "C") > (:afterLanguage, :afterLemma))
                """.formatted(column, beyond, type);
    }

    /// Where a word stands in this order.
    List<String> place(KnownWord word) {
        String first =
                switch (this) {
                    case RECENT -> word.first().occurredAt().toString();
                    case FREQUENT -> Integer.toString(word.count());
                    case ALPHABETICAL -> word.display();
                };
        return List.of(first, word.key().language(), word.key().lemma());
    }
}
