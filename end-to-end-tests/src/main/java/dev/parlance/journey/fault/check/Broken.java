package dev.parlance.journey.fault.check;

/// An invariant that does not hold, with one example and how many there are.
public record Broken(String invariant, String what) {
    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
