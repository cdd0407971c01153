package dev.parlance.contract.json;

/// The result of decoding a record. A type that is not known is no error; a record that cannot be read is one.
public sealed interface Decoded<E> {
    /// An event of a type that this reader knows.
    record Known<E>(E event) implements Decoded<E> {}

    /// A type of a newer producer. The reader skips it.
    record Unknown<E>(String type) implements Decoded<E> {}

    /// No valid event: it goes to quarantine and is not dropped. The reason holds none of the record's text.
    record Unreadable<E>(String reason) implements Decoded<E> {}
}
