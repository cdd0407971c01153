/// The peer: an application of Spring Boot and Spring Modulith that takes in turns and publishes them, for comparison.
package dev.parlance.peer;
