package dev.parlance.journey.fault.world;

/// Something that had to hold did not, in one sentence.
public final class FaultFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FaultFailed(String sentence) {
        super(sentence);
    }
}
