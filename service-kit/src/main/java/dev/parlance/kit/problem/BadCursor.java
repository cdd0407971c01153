package dev.parlance.kit.problem;

/// A cursor of another list or of other filters.
public final class BadCursor extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public BadCursor() {
        super(
                Kind.INVALID,
                "bad-cursor",
                "The cursor was not given out by this list with these filters; start without one",
                "cursor",
                null);
    }
}
