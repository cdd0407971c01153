/// Limits how many calls read the database at once, so that readers leave connections to the consumers and the writers.
/// Resources mark their reads with [LimitedRead]; code without a resource calls [ReadLimit].
package dev.parlance.kit.read;
