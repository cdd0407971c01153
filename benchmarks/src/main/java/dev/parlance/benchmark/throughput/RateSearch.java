package dev.parlance.benchmark.throughput;

/// Searches for the highest rate that is held with few tries: each takes minutes.
public final class RateSearch {
    private static final double FINE_FACTOR = 1.1;
    private static final double COARSE_FACTOR = 1.4;

    private final boolean acceptsStart;
    private double highestHeld;
    private double lowestNotHeld = Double.POSITIVE_INFINITY;
    private double nextRate;

    /// @param isTrusted the start has been found before: if it is held, that is enough
    public RateSearch(double start, boolean isTrusted) {
        this.nextRate = start;
        this.acceptsStart = isTrusted;
    }

    /// The rate to try.
    public double nextRate() {
        return nextRate;
    }

    /// Records the outcome of a try.
    ///
    /// @param easily far more seems possible
    public void recordTry(boolean isHeld, boolean easily) {
        if (isHeld) {
            highestHeld = nextRate;
        } else {
            lowestNotHeld = nextRate;
        }
        if (highestHeld == 0) {
            nextRate = lowestNotHeld / FINE_FACTOR;
        } else if (Double.isInfinite(lowestNotHeld)) {
            nextRate = highestHeld * (easily ? COARSE_FACTOR : FINE_FACTOR);
        } else {
            nextRate = Math.sqrt(highestHeld * lowestNotHeld);
        }
    }

    /// Whether a rate is held while one a tenth higher is not.
    public boolean isDone() {
        return highestHeld > 0 && (acceptsStart || lowestNotHeld / highestHeld <= FINE_FACTOR + 1e-9);
    }
}
