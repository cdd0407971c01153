package dev.parlance.analysis.level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// All lists: the tables `level_list` and `word_level`.
@ApplicationScoped
class LevelLists {
    /// Stored in the place of a tenant for lists of all tenants that have none of their own.
    static final String ALL_TENANTS = "";

    private final Jdbi jdbi;
    private final Clock clock;

    LevelLists(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<LevelList> list() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from level_list order by tenant, language, scheme")
                        .map((row, _) -> list(row))
                        .list());
    }

    /// Replaces the list with the same key, if there is one.
    ///
    /// @param levels by lemma, at least one
    @Transactional
    LevelList replace(LevelList.Key key, Map<String, String> levels) {
        return jdbi.withHandle(handle -> {
            delete(handle, key);
            LevelList list = bindKey(key, handle.createQuery("""
                            insert into level_list (tenant, language, scheme, words, imported_at)
                            values (:tenant, :language, :scheme, :words, :now) returning *
                            """))
                    .bind("words", levels.size())
                    .bind("now", clock.instant())
                    .map((row, _) -> list(row))
                    .one();
            bindKey(key, handle.createUpdate("""
                            insert into word_level (tenant, language, scheme, lemma, level)
                            select :tenant, :language, :scheme, lemma, level
                            from unnest(:lemmas, :levels) as word (lemma, level)
                            """))
                    .bind("lemmas", levels.keySet().toArray(String[]::new))
                    .bind("levels", levels.values().toArray(String[]::new))
                    .execute();
            return list;
        });
    }

    /// Of the lists that are left, the newest counts as imported now. Their order stays, but the version grows, so
    /// that turns analysed by the removed list are due again.
    ///
    /// @return whether there was such a list
    @Transactional
    boolean remove(LevelList.Key key) {
        return jdbi.withHandle(handle -> {
            boolean removed = delete(handle, key);
            if (removed) {
                handle.execute("""
                        update level_list set generation = default
                        where generation = (select max(generation) from level_list)
                        """);
            }
            return removed;
        });
    }

    private static boolean delete(Handle handle, LevelList.Key key) {
        return bindKey(key, handle.createUpdate("""
                        delete from level_list
                        where tenant = :tenant and language = :language and scheme = :scheme
                        """)).execute() == 1;
    }

    private static <S extends SqlStatement<S>> S bindKey(LevelList.Key key, S statement) {
        return statement
                .bind("tenant", key.tenant() == null ? ALL_TENANTS : key.tenant())
                .bind("language", key.language())
                .bind("scheme", key.scheme());
    }

    /// Every word's level: by tenant or [#ALL_TENANTS], then by language, then by lemma.
    /// Where several lists of a tenant have a word, the one that was imported last counts.
    Map<String, Map<String, Map<String, String>>> findLevels() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant, language, word.lemma, word.level
                        from word_level as word join level_list using (tenant, language, scheme)
                        order by generation
                        """).scanResultSet((rows, _) -> {
            Map<String, Map<String, Map<String, String>>> levels = new HashMap<>();
            for (ResultSet row = rows.get(); row.next(); ) {
                levels.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                        .computeIfAbsent(row.getString(2), _ -> new HashMap<>())
                        .put(row.getString(3), row.getString(4));
            }
            return levels;
        }));
    }

    private static LevelList list(ResultSet row) throws SQLException {
        String tenant = row.getString("tenant");
        return new LevelList(
                tenant.equals(ALL_TENANTS) ? null : tenant,
                row.getString("language"),
                row.getString("scheme"),
                row.getInt("words"),
                row.getLong("generation"),
                row.getTimestamp("imported_at").toInstant());
    }
}
