package dev.parlance.planted.order.line;

import dev.parlance.planted.order.price.Price;

/// Half of a circle within one area.
public record Line(Price price) {}
