package dev.parlance.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "40001", "40P01", "53100", "53300", "57P01", "57P03", "25006", "55P03"})
    void whatADatabaseGetsOverIsWorthAnotherTry(String sqlState) {
        assertThat(TransientFailure.isTransient(new IllegalStateException(new SQLException("x", sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "23514", "42703", "42501", "22P02"})
    void whatTheDataIsToBlameForIsNot(String sqlState) {
        assertThat(TransientFailure.isTransient(new IllegalStateException(new SQLException("x", sqlState))))
                .isFalse();
    }

    @Test
    void brokenConnectionsPassAndBrokenTextsDoNot() {
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
    void aLogLineNamesTheCauseAndNoValue() {
        assertThat(TransientFailure.brief(new RuntimeException(new SQLException("secret text", "08006"))))
                .isEqualTo("SQLException/08006");
    }
}
