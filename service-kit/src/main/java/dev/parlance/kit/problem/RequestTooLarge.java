package dev.parlance.kit.problem;

/// A request of more bytes than the call accepts.
public final class RequestTooLarge extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public RequestTooLarge(long limit) {
        super(Kind.TOO_LARGE, "request-too-large", "The request is larger than %d bytes".formatted(limit), null, limit);
    }
}
