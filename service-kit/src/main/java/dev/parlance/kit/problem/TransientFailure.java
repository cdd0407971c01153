package dev.parlance.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;

/// Tells failures that pass by themselves (a database that is away, a lost race) from those that stay (a value that
/// no column takes). Only the first are worth another try.
public final class TransientFailure {
    /// Classes of PostgreSQL's error codes (its manual, appendix A): connection, resources, operator's intervention.
    private static final Set<String> CLASSES = Set.of("08", "53", "57");
    /// Serialisation failure, deadlock, read-only transaction, lock not available.
    private static final Set<String> CODES = Set.of("40001", "40P01", "25006", "55P03");

    private TransientFailure() {}

    public static boolean isTransient(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (passes(at)) {
                return true;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (suppressed != at && isTransient(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException sql when sql.getSQLState() != null -> passes(sql.getSQLState());
            case SQLException sql -> String.valueOf(sql.getMessage()).contains("Acquisition timeout");
            // Jackson calls a malformed text an IOException, and that stays malformed.
            case JsonProcessingException _ -> false;
            case RetriableException _, IOException _ -> true;
            default -> false;
        };
    }

    private static boolean passes(String sqlState) {
        return CODES.contains(sqlState) || (sqlState.length() == 5 && CLASSES.contains(sqlState.substring(0, 2)));
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
