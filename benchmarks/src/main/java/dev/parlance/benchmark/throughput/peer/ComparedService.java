package dev.parlance.benchmark.throughput.peer;

import java.util.Set;
import java.util.function.LongSupplier;

/// One that takes in turns over HTTP and announces them on a topic.
///
/// @param name     of its figures
/// @param refusalStatuses statuses by which it may answer a turn that it has not taken
/// @param storedTurns   how many turns its database holds
/// @param publishedTurns of its turns on its topic
public record ComparedService(
        String name, int port, Set<Integer> refusalStatuses, LongSupplier storedTurns, PublishedTurns publishedTurns) {}
