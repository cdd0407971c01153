package dev.parlance.analysis.vocabulary;

import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.List;

/// The orders in which a vocabulary can be listed; words that are equal in it are ordered by language and lemma. The
/// constants' names are part of the cursors' checksum: they do not change.
public enum WordOrder {
    /// Latest first use first.
    RECENT("first_seen_at", "desc", "timestamptz"),
    /// Most used first.
    FREQUENT("count", "desc", "integer"),
    /// By code points of `display`.
    ALPHABETICAL("display collate \"C\"", "asc", "text");

    private final String column;
    private final String direction;
    private final String type;

    WordOrder(String column, String direction, String type) {
        this.column = column;
        this.direction = direction;
        this.type = type;
    }

    public static WordOrder of(String name) {
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

    /// Limits a query to the words after the page before.
    String afterClause() {
        String comparison = "desc".equals(direction) ? "<" : ">";
        return """
                and (%1$s %2$s cast(:after as %3$s)
                     or %1$s = cast(:after as %3$s)
                        and (language collate "C", lemma collate "C") > (:afterLanguage, :afterLemma))
                """.formatted(column, comparison, type);
    }

    /// The first part of the position that a page starts after, which [#cursor] gave out.
    Object after(PageRequest page) {
        return switch (this) {
            case RECENT -> page.instantAfter(0);
            case FREQUENT -> page.intAfter(0);
            case ALPHABETICAL -> page.textAfter(0);
        };
    }

    /// The position of a word in this order.
    public List<String> cursor(KnownWord word) {
        String first =
                switch (this) {
                    case RECENT -> word.first().occurredAt().toString();
                    case FREQUENT -> Integer.toString(word.count());
                    case ALPHABETICAL -> word.display();
                };
        return List.of(first, word.key().language(), word.key().lemma());
    }
}
