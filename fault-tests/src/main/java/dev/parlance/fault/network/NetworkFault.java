package dev.parlance.fault.network;

import java.time.Duration;

/// What a wire does to the bytes on it.
public sealed interface NetworkFault {
    /// All goes through at once.
    record None() implements NetworkFault {}

    /// Each side hears the other late, and little of it at a time.
    ///
    /// @param roundTrip      added to the way there and back together
    /// @param bytesPerSecond on each connection, in each direction
    record Slow(Duration roundTrip, int bytesPerSecond) implements NetworkFault {}

    /// Nothing arrives and no connection is closed; new connections are accepted. Afterwards, what was sent arrives
    /// late.
    record BlackHole() implements NetworkFault {}

    /// As a black hole, but what was sent is lost for good: a connection of that time never says a word again, and
    /// neither side hears that the other has gone until the weather clears.
    record HalfOpen() implements NetworkFault {}

    /// Nobody listens, and all connections have been cut.
    record Down() implements NetworkFault {}
}
