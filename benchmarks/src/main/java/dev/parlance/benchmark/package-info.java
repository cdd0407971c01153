/// What `./parlance bench` runs: the command line and all benchmarks in a row. No other package imports it.
package dev.parlance.benchmark;
