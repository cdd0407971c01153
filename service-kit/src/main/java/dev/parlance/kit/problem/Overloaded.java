package dev.parlance.kit.problem;

/// The service cannot take the request now and knows that this passes: send it again, unchanged.
public final class Overloaded extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public Overloaded(String detail) {
        super(Kind.OVERLOADED, "overloaded", detail);
    }
}
