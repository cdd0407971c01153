/// Clients of a running Parlance for the command line, the fault tests, the benchmarks and the end-to-end tests:
/// its HTTP interface, live streams, topics, tables and processes. Services do not call it.
package dev.parlance.platform.client;
