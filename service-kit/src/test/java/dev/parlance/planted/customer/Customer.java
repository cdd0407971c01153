package dev.parlance.planted.customer;

import dev.parlance.planted.order.price.Price;

/// An area that uses another one.
public record Customer(Price discount) {}
