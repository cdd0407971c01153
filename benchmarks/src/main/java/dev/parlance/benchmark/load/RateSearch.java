package dev.parlance.benchmark.load;

/// Looks for the highest rate that is held, by as few tries as it can: each takes minutes.
public final class RateSearch {
    private static final double NEAR = 1.1;
    private static final double FAR = 1.4;

    private final boolean isTrusted;
    private double highestHeld;
    private double lowestNotHeld = Double.POSITIVE_INFINITY;
    private double next;

    /// @param isTrusted the start has been found before: if it is held, that is enough
    public RateSearch(double start, boolean isTrusted) {
        this.next = start;
        this.isTrusted = isTrusted;
    }

    /// The rate to try.
    public double next() {
        return next;
    }

    /// What came of the try.
    ///
    /// @param easily far more seems possible
    public void told(boolean isHeld, boolean easily) {
        if (isHeld) {
            highestHeld = next;
        } else {
            lowestNotHeld = next;
        }
        if (highestHeld == 0) {
            next = lowestNotHeld / NEAR;
        } else if (Double.isInfinite(lowestNotHeld)) {
            next = highestHeld * (easily ? FAR : NEAR);
        } else {
            next = Math.sqrt(highestHeld * lowestNotHeld);
        }
    }

    /// Whether a rate is held while one a tenth higher is not.
    public boolean isDone() {
        return highestHeld > 0 && (isTrusted || lowestNotHeld / highestHeld <= NEAR + 1e-9);
    }
}
