package dev.parlance.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The privileges of the roles in the database.
class DatabaseRolesTest {
    private static final String PERMISSION_DENIED = "42501";
    private static final String READ_ONLY = "25006";

    private static EmbeddedPlatform platform;

    @BeforeAll
    static void start() throws SQLException {
        platform = EmbeddedPlatform.start(PlatformSettings.temporary().withParts(Part.POSTGRES));
        as("analysis_owner").execute("create table word (id bigint generated always as identity, lemma text)");
        as("analysis_owner").execute("insert into word (lemma) values ('ringo')");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aServiceReadsAndWritesItsOwnersTables() throws SQLException {
        // When
        as("analysis_app").execute("insert into word (lemma) values ('neko')");
        as("analysis_app").execute("update word set lemma = 'inu' where lemma = 'neko'");
        as("analysis_app").execute("delete from word where lemma = 'inu'");
        // Then
        assertThat(as("analysis_app").queryText("select lemma from word")).isEqualTo("ringo");
    }

    @Test
    void aServiceCreatesAltersAndDropsNothing() {
        for (var ddl : List.of(
                "create table other (id int)",
                "create temporary table other (id int)",
                "create schema other",
                "alter table word add column other int",
                "truncate word",
                "drop table word")) {
            assertDenied("analysis_app", ddl, PERMISSION_DENIED);
        }
    }

    @Test
    void aServiceSeesNoOtherServicesTables() {
        assertDenied("summary_app", "select * from analysis.word", PERMISSION_DENIED);
        assertDenied("summary_owner", "select * from analysis.word", PERMISSION_DENIED);
    }

    @Test
    void aCheckerOnlyReads() throws SQLException {
        assertThat(as("checker").queryText("select lemma from analysis.word")).isEqualTo("ringo");
        assertDenied("checker", "insert into analysis.word (lemma) values ('neko')", READ_ONLY);
        assertDenied("checker", "set transaction read write; delete from analysis.word", PERMISSION_DENIED);
    }

    @Test
    void theDatabaseEndsAServicesTransactionWhoseMachineHasGone() throws SQLException {
        for (var service : List.of("conversation_app", "analysis_app", "summary_app")) {
            assertThat(limits(service)).isEqualTo("25s 10s 15s 70s");
            assertThat(keepalives(service)).isEqualTo("10 5 3 30000 5s");
        }
    }

    @Test
    void aMigrationTakesAsLongAsItTakes() throws SQLException {
        for (var owner : List.of("conversation_owner", "analysis_owner", "summary_owner")) {
            assertThat(limits(owner)).isEqualTo("0 0 0 0");
            assertThat(keepalives(owner)).isEqualTo("10 5 3 30000 5s");
        }
    }

    @Test
    void wordsAreOrderedByCodePointOnEveryMachine() throws SQLException {
        assertThat(as("summary_app")
                        .queryText("select string_agg(w, '' order by w) from unnest(array['é', 'z', 'Z', '林']) w"))
                .isEqualTo("Zzé林");
        assertThat(as("summary_app").queryText("select lower('ÉÑ')")).isEqualTo("éñ");
    }

    private static String limits(String role) throws SQLException {
        return settings(
                role,
                "statement_timeout",
                "lock_timeout",
                "idle_in_transaction_session_timeout",
                "transaction_timeout");
    }

    private static String keepalives(String role) throws SQLException {
        return settings(
                role,
                "tcp_keepalives_idle",
                "tcp_keepalives_interval",
                "tcp_keepalives_count",
                "tcp_user_timeout",
                "client_connection_check_interval");
    }

    private static String settings(String role, String... names) throws SQLException {
        return as(role).queryText(Arrays.stream(names)
                .map("current_setting('%s')"::formatted)
                .collect(Collectors.joining(" || ' ' || ", "select ", "")));
    }

    private static void assertDenied(String role, String sql, String state) {
        assertThatExceptionOfType(SQLException.class)
                .as("%s: %s", role, sql)
                .isThrownBy(() -> as(role).execute(sql))
                .satisfies(denied -> assertThat(denied.getSQLState()).isEqualTo(state));
    }

    private static TestDatabase as(String role) {
        return new TestDatabase(platform.endpoints(), role);
    }
}
