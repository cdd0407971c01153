package dev.parlance.kit.problem;

import java.sql.SQLException;

/// A text that no database and no UTF-8 can hold.
public final class BadText extends DomainProblem {
    private static final long serialVersionUID = 1L;
    private static final String NOT_OF_THE_ENCODING = "22021";

    /// It is somewhere in the request.
    BadText() {
        super(Kind.INVALID, "bad-text", "The request holds a NUL or half of a surrogate pair");
    }

    public BadText(String field) {
        super(Kind.INVALID, "bad-text", "%s holds a NUL or half of a surrogate pair".formatted(field), field, null);
    }

    /// Whether a statement failed because a text that was bound to it is none.
    static boolean isSeenBy(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && NOT_OF_THE_ENCODING.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
