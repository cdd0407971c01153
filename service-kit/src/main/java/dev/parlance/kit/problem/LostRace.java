package dev.parlance.kit.problem;

import java.sql.SQLException;

/// Another transaction was first; what it did is visible now, so the same again succeeds or is refused for a reason.
public final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    public LostRace(Throwable cause) {
        super(cause);
    }

    /// Whether a statement failed because somebody has taken a key since it was looked for.
    public static boolean isSeenBy(Throwable failure) {
        return failure.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
