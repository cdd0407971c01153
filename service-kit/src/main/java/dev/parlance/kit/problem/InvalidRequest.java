package dev.parlance.kit.problem;

/// The request does not say what the contract asks for; `field` says where.
public final class InvalidRequest extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public InvalidRequest(String field, String detail) {
        super(Kind.INVALID, "invalid-request", detail, field, null);
    }

    public InvalidRequest(String field, String detail, long limit) {
        super(Kind.INVALID, "invalid-request", detail, field, limit);
    }
}
