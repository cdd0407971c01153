package dev.parlance.kit.jdbc;

import java.sql.SQLException;

/// Another transaction has inserted a key first. Its row is visible now, so a retry succeeds or is refused for a
/// reason.
public final class UniqueKeyConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    public UniqueKeyConflict(Throwable cause) {
        super(cause);
    }

    /// Whether a statement failed with a unique violation.
    public static boolean isCauseOf(Throwable failure) {
        return failure.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
