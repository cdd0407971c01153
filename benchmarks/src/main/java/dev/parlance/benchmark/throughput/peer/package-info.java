/// The command peer: the same job done by an application of Spring Boot and Spring Modulith. Called by the root
/// package only.
package dev.parlance.benchmark.throughput.peer;
