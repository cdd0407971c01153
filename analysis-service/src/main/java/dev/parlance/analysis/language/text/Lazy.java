package dev.parlance.analysis.language.text;

import java.util.function.Supplier;

/// A value that is computed on first use, once for all threads. A failure is not cached: the next call tries again,
/// where a class that failed to initialize would stay broken.
public final class Lazy<T> {
    private final Supplier<T> supplier;
    private volatile T value;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        T initialized = value;
        return initialized == null ? initialize() : initialized;
    }

    private synchronized T initialize() {
        if (value == null) {
            value = supplier.get();
        }
        return value;
    }
}
