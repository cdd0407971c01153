package dev.parlance.kit.republish;

import java.time.Instant;

/// Which part of the past is told again; null where it is not narrowed down.
///
/// @param key  the records' key
/// @param from of the instants at which the facts became known, inclusive
/// @param to   exclusive
public record Selection(String key, Instant from, Instant to) {}
