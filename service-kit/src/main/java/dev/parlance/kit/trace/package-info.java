/// Trace context of requests and records. Any package may call it.
package dev.parlance.kit.trace;
