/// From measured values to a table: percentiles, medians, the machine, Markdown. Knows nothing of Parlance; every other
/// package of the benchmarks may call it.
package dev.parlance.benchmark.figure;
