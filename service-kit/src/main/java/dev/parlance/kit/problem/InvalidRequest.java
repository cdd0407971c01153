package dev.parlance.kit.problem;

/// The request violates the contract; `field` names the part.
public final class InvalidRequest extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public InvalidRequest(String field, String detail) {
        super(Kind.INVALID, "invalid-request", detail, field, null);
    }

    public InvalidRequest(String field, String detail, long limit) {
        super(Kind.INVALID, "invalid-request", detail, field, limit);
    }
}
