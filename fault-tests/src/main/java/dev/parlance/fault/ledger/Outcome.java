package dev.parlance.fault.ledger;

/// What a client knows of one attempt.
public enum Outcome {
    /// 2xx: from now on it is the service's word.
    ACCEPTED,
    /// 4xx: will never be accepted.
    REFUSED,
    /// 503: not now.
    UNAVAILABLE,
    /// Another 5xx, which is unexpected.
    FAILED,
    /// Nobody listened: nothing was sent.
    NOT_CONNECTED,
    /// The connection was closed before an answer came: it may or may not have been stored.
    CLOSED,
    /// No answer came in time: it may or may not have been stored.
    UNKNOWN;

    public static Outcome of(int status) {
        return switch (status / 100) {
            case 2 -> ACCEPTED;
            case 4 -> REFUSED;
            case 5 -> status == 503 ? UNAVAILABLE : FAILED;
            default -> FAILED;
        };
    }
}
