/// The command growth: the same load on few and on millions of stored turns. Called by the root package only.
package dev.parlance.benchmark.throughput.growth;
