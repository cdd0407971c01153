package dev.parlance.summary;

/// A stored row of computed figures whose revision grows with every change of them.
///
/// @param <F> the figures
public interface Versioned<F> {
    F figures();

    long revision();
}
