package dev.parlance.fault.cluster;

/// A requirement that does not hold; the message is one sentence.
public final class FaultTestFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FaultTestFailure(String sentence) {
        super(sentence);
    }
}
