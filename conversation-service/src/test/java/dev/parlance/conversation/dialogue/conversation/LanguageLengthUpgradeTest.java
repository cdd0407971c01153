package dev.parlance.conversation.dialogue.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.kit.testing.MigrationDatabase;
import org.junit.jupiter.api.Test;

/// Rows with a language longer than any tag, as an earlier version took it.
class LanguageLengthUpgradeTest {
    private static final String INSERT = """
            insert into conversation (tenant, id, learner_id, guest, channel, language, time_zone, metadata, started_at,
                                      last_activity_at, sent_hash)
            values ('default', :id::uuid, 'mia', false, 'app', :language, 'UTC', '{}', now(), now(), '')
            """;

    @Test
    void theyBecomeUndeterminedAndNoNewOnesAreStored() {
        try (var database = MigrationDatabase.atVersion("conversation", "7")) {
            // Given
            insert(database, "7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01", "en-x" + "-aaaaaaaa".repeat(100_000));
            insert(database, "7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02", "ja");
            // When
            database.migrateToLatest();
            // Then
            assertThat(database.rows("select language from conversation order by id"))
                    .extracting(row -> row.get("language"))
                    .containsExactly("und", "ja");
            assertThatThrownBy(() ->
                            insert(database, "7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e03", "en-x" + "-aaaaaaaa".repeat(7)))
                    .hasMessageContaining("conversation_language_length");
        }
    }

    private static void insert(MigrationDatabase database, String id, String language) {
        database.jdbi().useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", id)
                .bind("language", language)
                .execute());
    }
}
