package dev.parlance.kit.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ServerErrorException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;

/// Distinguishes transient failures (database unavailable, lost race) from lasting ones (a value that no column
/// accepts). Only transient failures are retried, and only lasting ones may quarantine a record.
///
/// A failure is transient if the record is not its cause: a full disk, an operator, another transaction. So is a
/// statement that timed out or was cancelled (57014), because the database may only be slow.
public final class TransientFailure {
    /// Classes of error codes (PostgreSQL manual, appendix A): connection exception, transaction rollback (a lost
    /// race), insufficient resources, operator intervention, system error, internal error.
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58", "XX");
    /// Read-only transaction, idle timeout, transaction timeout, lock not available, object in use, invalid
    /// authorization, invalid password, unknown prepared statement (after the restart of a pooler), unknown
    /// database.
    private static final Set<String> TRANSIENT_CODES =
            Set.of("25006", "25P03", "25P04", "55P03", "55006", "28000", "28P01", "26000", "3D000");
    /// An integrity constraint that fails at the commit has class 40 and is lasting all the same.
    private static final String CONSTRAINT_AT_COMMIT = "40002";

    private TransientFailure() {}

    public static boolean isTransient(Throwable failure) {
        return any(failure, TransientFailure::isTransientCause)
                // A rollback without an error of the database: the transaction timed out.
                || (any(failure, TransientFailure::isRolledBack) && !any(failure, TransientFailure::hasSqlState));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> condition) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (condition.test(at)) {
                return true;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (suppressed != at && any(suppressed, condition)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTransientCause(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            // PostgreSQL always sends a code; the connection pool (timeout, closed) never has one.
            case SQLException sql -> sql.getSQLState() == null || isTransientCause(sql.getSQLState());
            // Jackson reports a malformed text as an IOException; it stays malformed.
            case JsonProcessingException _ -> false;
            case UniqueKeyConflict _ -> true;
            case RetriableException _, IOException _, TimeoutException _ -> true;
            // The response of another service.
            case ServerErrorException _ -> true;
            default -> false;
        };
    }

    private static boolean isTransientCause(String sqlState) {
        return TRANSIENT_CODES.contains(sqlState)
                || (sqlState.length() == 5
                        && TRANSIENT_CLASSES.contains(sqlState.substring(0, 2))
                        && !sqlState.equals(CONSTRAINT_AT_COMMIT));
    }

    private static boolean isRolledBack(Throwable failure) {
        return failure instanceof RollbackException
                || failure instanceof HeuristicRollbackException
                || failure instanceof HeuristicMixedException;
    }

    private static boolean hasSqlState(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null;
    }

    /// The root cause for a log line: class and SQLSTATE, never a value.
    public static String brief(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + "/" + sql.getSQLState() : name;
    }
}
