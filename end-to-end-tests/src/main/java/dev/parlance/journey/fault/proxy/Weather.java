package dev.parlance.journey.fault.proxy;

import java.time.Duration;

/// What a wire does to the bytes on it.
public sealed interface Weather {
    /// All goes through at once.
    record Clear() implements Weather {}

    /// Each side hears the other late, and little of it at a time.
    ///
    /// @param roundTrip      added to the way there and back together
    /// @param bytesPerSecond on each connection, in each direction
    record Slow(Duration roundTrip, int bytesPerSecond) implements Weather {}

    /// Nothing arrives and nobody is told. Connections are still taken. When it clears, what was sent arrives late.
    record BlackHole() implements Weather {}

    /// As a black hole, but what was sent is lost for good: a connection of that time never says a word again, and
    /// neither side hears that the other has gone until the weather clears.
    record HalfOpen() implements Weather {}

    /// Nobody listens, and all connections have been cut.
    record Gone() implements Weather {}
}
