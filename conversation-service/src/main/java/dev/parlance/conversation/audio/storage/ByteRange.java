package dev.parlance.conversation.audio.storage;

/// A range of bytes of an object.
///
/// @param first offset of its first byte, from 0
/// @param last  offset of its last byte, inclusive
public record ByteRange(long first, long last) {
    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("A range begins at 0 or later and holds a byte");
        }
    }

    /// In bytes.
    public long length() {
        return last - first + 1;
    }
}
