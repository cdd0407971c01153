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

/// All lists, as they are stored.
@ApplicationScoped
class LevelLists {
    /// In the place of a tenant, where a list is of all that have none of their own.
    static final String EVERYBODY = "";

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

    /// Puts a list in the place of the one of its name.
    ///
    /// @param levels by lemma, at least one
    @Transactional
    LevelList replace(LevelList.Name name, Map<String, String> levels) {
        return jdbi.withHandle(handle -> {
            delete(handle, name);
            LevelList list = named(name, handle.createQuery("""
                            insert into level_list (tenant, language, scheme, words, imported_at)
                            values (:tenant, :language, :scheme, :words, :now) returning *
                            """))
                    .bind("words", levels.size())
                    .bind("now", clock.instant())
                    .map((row, _) -> list(row))
                    .one();
            named(name, handle.createUpdate("""
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

    /// Of those that are left, the one that was imported last counts as imported now, which changes nothing among them:
    /// turns that were read with the list that is gone are due again.
    ///
    /// @return whether there was one
    @Transactional
    boolean remove(LevelList.Name name) {
        return jdbi.withHandle(handle -> {
            boolean removed = delete(handle, name);
            if (removed) {
                handle.execute("""
                        update level_list set generation = default
                        where generation = (select max(generation) from level_list)
                        """);
            }
            return removed;
        });
    }

    private static boolean delete(Handle handle, LevelList.Name name) {
        return named(name, handle.createUpdate("""
                        delete from level_list
                        where tenant = :tenant and language = :language and scheme = :scheme
                        """)).execute() == 1;
    }

    private static <S extends SqlStatement<S>> S named(LevelList.Name name, S statement) {
        return statement
                .bind("tenant", name.tenant() == null ? EVERYBODY : name.tenant())
                .bind("language", name.language())
                .bind("scheme", name.scheme());
    }

    /// Every word's level: by tenant or [#EVERYBODY], then by language, then by lemma.
    /// Where several lists of a tenant's have a word, the one that was imported last speaks.
    Map<String, Map<String, Map<String, String>>> levels() {
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
                tenant.equals(EVERYBODY) ? null : tenant,
                row.getString("language"),
                row.getString("scheme"),
                row.getInt("words"),
                row.getLong("generation"),
                row.getTimestamp("imported_at").toInstant());
    }
}
