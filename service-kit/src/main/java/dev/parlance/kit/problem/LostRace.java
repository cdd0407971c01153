package dev.parlance.kit.problem;

/// Another transaction was first; what it did is visible now, so the same again succeeds or is refused for a reason.
public final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostRace(Throwable cause) {
        super(cause);
    }
}
