package dev.parlance.benchmark.peer;

import java.util.Set;
import java.util.function.LongSupplier;

/// One that takes in turns over HTTP and announces them on a topic.
///
/// @param name     of its figures
/// @param refusals statuses by which it may answer a turn that it has not taken
/// @param stored   how many turns its database holds
/// @param arrivals of its turns on its topic
public record Contender(String name, int port, Set<Integer> refusals, LongSupplier stored, Arrivals arrivals) {}
