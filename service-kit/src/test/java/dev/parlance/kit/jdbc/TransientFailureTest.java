package dev.parlance.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "40001", "40003", "40P01", "53100", "53300", "57014", "57P01", "57P03", "25006",
                "25P03", "25P04", "55P03", "57P05", "28P01", "3D000", "58030", "XX000"
            })
    void whatADatabaseGetsOverIsWorthAnotherTry(String sqlState) {
        assertThat(TransientFailure.isTransient(new IllegalStateException(new SQLException("x", sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "23514", "40002", "42703", "42501", "22P02", "54000"})
    void whatTheDataIsToBlameForIsNot(String sqlState) {
        assertThat(TransientFailure.isTransient(new IllegalStateException(new SQLException("x", sqlState))))
                .isFalse();
    }

    @Test
    void brokenConnectionsAreTransientAndInvalidTextsAreNot() {
        assertThat(TransientFailure.isTransient(new RuntimeException(new EOFException())))
                .isTrue();
        assertThat(TransientFailure.isTransient(new SQLTransientConnectionException()))
                .isTrue();
        assertThat(TransientFailure.isTransient(new TimeoutException())).isTrue();
        assertThat(TransientFailure.isTransient(new JsonParseException(null, "broken")))
                .isFalse();
        assertThat(TransientFailure.isTransient(new IllegalArgumentException())).isFalse();
    }

    @Test
    void aCauseThatWasOnlySuppressedCountsToo() {
        var rollback = new IllegalStateException("could not commit");
        rollback.addSuppressed(new SQLException("x", "08006"));
        assertThat(TransientFailure.isTransient(rollback)).isTrue();
    }

    @Test
    void aTimeoutOfTheConnectionPoolIsTransient() {
        assertThat(TransientFailure.isTransient(
                        new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
        assertThat(TransientFailure.isTransient(new IllegalStateException(
                        new SQLException("This pool is closed and does not handle any more"))))
                .isTrue();
    }

    @Test
    void aTransactionTimeoutIsTransientUnlessTheDatabaseRefusedItsData() {
        var outOfTime = new RollbackException("ARJUNA016102: The transaction is not active!");
        assertThat(TransientFailure.isTransient(new IllegalStateException(outOfTime)))
                .isTrue();
        var refused = new RollbackException("ARJUNA016053: Could not commit transaction.");
        refused.initCause(new SQLException("x", "23505"));
        assertThat(TransientFailure.isTransient(new IllegalStateException(refused)))
                .isFalse();
    }

    @Test
    void aServerErrorOfAnotherServiceIsTransientAndARefusalIsNot() {
        assertThat(TransientFailure.isTransient(new ServerErrorException(502))).isTrue();
        assertThat(TransientFailure.isTransient(new ClientErrorException(422))).isFalse();
    }

    @Test
    void aLogLineNamesTheCauseAndNoValue() {
        assertThat(TransientFailure.brief(new RuntimeException(new SQLException("secret text", "08006"))))
                .isEqualTo("SQLException/08006");
    }
}
