package dev.parlance.contract;

/// What became of a record that was read: "newer than me" is not "broken".
public sealed interface Decoded<E> {
    /// An event of a type and shape that this reader knows.
    record Known<E>(E event) implements Decoded<E> {}

    /// Written by a producer newer than us: skipped, because it was never meant for us.
    record Unknown<E>(String type) implements Decoded<E> {}

    /// Nobody can read this: set aside for a person, never dropped. The reason holds none of the record's text.
    record Unreadable<E>(String reason) implements Decoded<E> {}
}
