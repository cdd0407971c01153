/// Speech as it is measured: what a hit costs beside the store itself, and how often fifty callers are paid for.
package dev.parlance.benchmark.speech;
