package dev.parlance.analysis.level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// All lists, as they are stored.
@ApplicationScoped
class LevelLists {
    private final Jdbi jdbi;
    private final Clock clock;

    LevelLists(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<LevelList> list() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from level_list order by language, scheme")
                .map((row, _) -> list(row))
                .list());
    }

    /// Puts a list in the place of the one of its language and scheme.
    ///
    /// @param levels by lemma, at least one
    @Transactional
    LevelList replace(String language, String scheme, Map<String, String> levels) {
        remove(language, scheme);
        return jdbi.withHandle(handle -> {
            LevelList list = handle.createQuery("""
                            insert into level_list (language, scheme, words, imported_at)
                            values (:language, :scheme, :words, :now) returning *
                            """)
                    .bind("language", language)
                    .bind("scheme", scheme)
                    .bind("words", levels.size())
                    .bind("now", clock.instant())
                    .map((row, _) -> list(row))
                    .one();
            handle.createUpdate("""
                            insert into word_level (language, scheme, lemma, level)
                            select :language, :scheme, lemma, level from unnest(:lemmas, :levels) as word (lemma, level)
                            """)
                    .bind("language", language)
                    .bind("scheme", scheme)
                    .bind("lemmas", levels.keySet().toArray(String[]::new))
                    .bind("levels", levels.values().toArray(String[]::new))
                    .execute();
            return list;
        });
    }

    /// @return whether there was one
    @Transactional
    boolean remove(String language, String scheme) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from level_list where language = :language and scheme = :scheme")
                        .bind("language", language)
                        .bind("scheme", scheme)
                        .execute())
                == 1;
    }

    /// Every word's level: by language, then by lemma. Where several lists of a language have a word, the one that
    /// was imported last speaks.
    Map<String, Map<String, String>> levels() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select word.language, word.lemma, word.level
                        from word_level as word join level_list using (language, scheme)
                        order by generation
                        """).scanResultSet((rows, _) -> {
            Map<String, Map<String, String>> levels = new HashMap<>();
            for (ResultSet row = rows.get(); row.next(); ) {
                levels.computeIfAbsent(row.getString(1), _ -> new HashMap<>()).put(row.getString(2), row.getString(3));
            }
            return levels;
        }));
    }

    private static LevelList list(ResultSet row) throws SQLException {
        return new LevelList(
                row.getString("language"),
                row.getString("scheme"),
                row.getInt("words"),
                row.getLong("generation"),
                row.getTimestamp("imported_at").toInstant());
    }
}
