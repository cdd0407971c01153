package dev.parlance.analysis.language;

import java.util.function.Supplier;

/// Something heavy that is made when it is first asked for, once for all threads. A failure is not remembered:
/// whoever asks next tries again. (A class that fails to initialise never will.)
final class Once<T> {
    private final Supplier<T> maker;
    private volatile T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T there = made;
        return there == null ? make() : there;
    }

    private synchronized T make() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
