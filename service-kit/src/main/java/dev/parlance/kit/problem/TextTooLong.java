package dev.parlance.kit.problem;

/// A text longer than the contract allows, counted in characters (Unicode code points).
public final class TextTooLong extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public TextTooLong(String field, long limit) {
        super(Kind.INVALID, "text-too-long", "%s is longer than %d characters".formatted(field, limit), field, limit);
    }
}
