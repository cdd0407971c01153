package dev.parlance.kit.problem;

import java.sql.SQLException;

/// A text with a NUL or half of a surrogate pair, which no database and no UTF-8 can hold.
public final class BadText extends DomainProblem {
    private static final long serialVersionUID = 1L;
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    /// The text is anywhere in the request.
    public BadText() {
        super(Kind.INVALID, "bad-text", "The request holds a NUL or half of a surrogate pair");
    }

    public BadText(String field) {
        super(Kind.INVALID, "bad-text", "%s holds a NUL or half of a surrogate pair".formatted(field), field, null);
    }

    /// Whether a statement failed because of such a text.
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && CHARACTER_NOT_IN_REPERTOIRE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
