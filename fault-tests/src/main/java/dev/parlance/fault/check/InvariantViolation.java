package dev.parlance.fault.check;

/// An invariant that does not hold, with one example and how many there are.
public record InvariantViolation(String invariant, String description) {
    @Override
    public String toString() {
        return invariant + ": " + description;
    }
}
