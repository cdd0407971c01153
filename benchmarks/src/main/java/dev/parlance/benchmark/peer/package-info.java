/// The peer: what others would build for the same job, started beside an installation and measured as Parlance is. The
/// commands call it.
package dev.parlance.benchmark.peer;
