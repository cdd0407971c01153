/// The commands start, footprint and sizes: time to start, memory, disk. Called by the root package only.
package dev.parlance.benchmark.footprint;
