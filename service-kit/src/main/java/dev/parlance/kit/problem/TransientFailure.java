package dev.parlance.kit.problem;

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

/// Tells failures that pass by themselves (a database that is away, a lost race) from those that stay (a value that
/// no column takes). Only the first are worth another try, and only the second may set a record aside.
///
/// What decides is whose fault it is: a full disk, an operator or a colleague in the way are nobody's record. So is
/// a statement that ran out of time or was cancelled (57014): a slow hour of the database is not poison.
public final class TransientFailure {
    /// Classes of PostgreSQL's error codes (its manual, appendix A): connection, transaction rolled back (a lost
    /// race), resources, operator's intervention, the system under it, and its own faults: a file that may not grow
    /// is one of these.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "XX");
    /// Read-only transaction, idle too long, transaction too long, lock not available, object in use, password or
    /// user unknown just now, prepared statement gone (a pooler was restarted), no such database just now.
    private static final Set<String> CODES =
            Set.of("25006", "25P03", "25P04", "55P03", "55006", "28000", "28P01", "26000", "3D000");
    /// An integrity constraint that failed at the commit is of class 40 and stays all the same.
    private static final String CONSTRAINT_AT_COMMIT = "40002";

    private TransientFailure() {}

    public static boolean isTransient(Throwable failure) {
        return any(failure, TransientFailure::passes)
                // A transaction that ended otherwise than asked, and no database said why: it took too long.
                || (any(failure, TransientFailure::isRolledBack) && !any(failure, TransientFailure::hasSqlState));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> is) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (is.test(at)) {
                return true;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (suppressed != at && any(suppressed, is)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            // PostgreSQL always gives a code; the pool in front of it (no connection in time, closed) never does.
            case SQLException sql -> sql.getSQLState() == null || passes(sql.getSQLState());
            // Jackson calls a malformed text an IOException, and that stays malformed.
            case JsonProcessingException _ -> false;
            case LostRace _ -> true;
            case RetriableException _, IOException _, TimeoutException _ -> true;
            // Another service that was asked for help.
            case ServerErrorException _ -> true;
            default -> false;
        };
    }

    private static boolean passes(String sqlState) {
        return CODES.contains(sqlState)
                || (sqlState.length() == 5
                        && CLASSES.contains(sqlState.substring(0, 2))
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

    /// The failure's root in a few words, for a log line: class and SQLSTATE, never a value.
    public static String brief(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + "/" + sql.getSQLState() : name;
    }
}
