package dev.parlance.planted.order.price;

import dev.parlance.planted.order.line.Line;

/// The other half of the circle.
public final class Price {
    private Price() {}

    public static Price ofFirst(Line line) {
        return line.price();
    }
}
