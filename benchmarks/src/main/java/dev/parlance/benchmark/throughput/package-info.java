/// The commands ingest, end-to-end, catch-up, latency and import. Called by the root package only.
package dev.parlance.benchmark.throughput;
