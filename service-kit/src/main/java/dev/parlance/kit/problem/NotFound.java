package dev.parlance.kit.problem;

/// Nothing exists at this address.
public final class NotFound extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
        super(Kind.UNKNOWN, "not-found", detail);
    }
}
