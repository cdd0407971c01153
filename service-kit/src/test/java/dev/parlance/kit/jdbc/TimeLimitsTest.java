package dev.parlance.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class TimeLimitsTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Inject
    TimeLimits timeLimits;

    @Inject
    KeyLocks locks;

    @Inject
    Jdbi jdbi;

    @Test
    void theRolesOfAServiceLimitItsTransactions() {
        assertThat(timeLimits.findMissing()).isEmpty();
    }

    @Test
    void aMissingLimitIsNoticed() {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.execute("set local lock_timeout = 0"));
            assertThat(timeLimits.findMissing()).containsExactly("lock_timeout");
        });
    }

    @ParameterizedTest
    @CsvSource({"statement_timeout, 57014", "transaction_timeout, 25P04"})
    void aStatementThatTakesTooLongIsEndedAndWorthAnotherTry(String setting, String sqlState) {
        Throwable failure =
                catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> {
                    limit(setting);
                    jdbi.useHandle(handle -> handle.execute("select pg_sleep(60)"));
                }));
        assertThat(TransientFailure.isTransient(failure)).isTrue();
        assertThat(sqlStates(failure)).contains(sqlState);
    }

    @Test
    void aTransactionThatStandsStillLosesItsLocksAndIsWorthAnotherTry() {
        // Given
        Throwable failure =
                catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> {
                    int session = jdbi.withHandle(handle -> handle.createQuery("select pg_backend_pid()")
                            .mapTo(Integer.class)
                            .one());
                    locks.acquire("learner", List.of("default/ben"));
                    limit("idle_in_transaction_session_timeout");
                    // When
                    await().atMost(TIMEOUT)
                            .untilAsserted(() -> assertThat(heldLocks(session)).isZero());
                    jdbi.useHandle(handle -> handle.execute("select 1"));
                }));
        // Then
        assertThat(TransientFailure.isTransient(failure)).isTrue();
    }

    private void limit(String setting) {
        jdbi.useHandle(handle -> {
            handle.execute("set local %s = 0".formatted(setting)); // else the timer that runs already stays
            handle.execute("set local %s = '100ms'".formatted(setting));
        });
    }

    /// On a thread of its own, hence outside the transaction.
    private long heldLocks(int session) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from pg_locks where pid = :session")
                .bind("session", session)
                .mapTo(Long.class)
                .one());
    }

    private static List<String> sqlStates(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(sql -> ((SQLException) sql).getSQLState())
                .toList();
    }
}
