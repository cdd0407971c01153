package dev.parlance.kit.problem;

/// A text that no database and no UTF-8 can hold.
public final class BadText extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public BadText(String field) {
        super(Kind.INVALID, "bad-text", "%s holds a NUL or half of a surrogate pair".formatted(field), field, null);
    }
}
