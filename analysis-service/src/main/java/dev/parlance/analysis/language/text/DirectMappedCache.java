package dev.parlance.analysis.language.text;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// A cache of fixed size without locks: each hash has one slot, and a new entry replaces the one in its slot.
/// Learners repeat themselves, so most lookups hit.
///
/// The caller compares keys, because a slot may hold the entry of another key, and it must not put entries of
/// unbounded size. A race between threads costs no more than computing an entry again.
public final class DirectMappedCache<E> {
    private static final int GOLDEN_RATIO = 0x9E3779B9; // spreads hashes: Fibonacci hashing

    private final AtomicReferenceArray<E> slots;
    private final int shift;

    /// @param size a power of two of at least 2
    public DirectMappedCache(int size) {
        this.slots = new AtomicReferenceArray<>(size);
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
    }

    /// The entry in the slot of this hash, perhaps of another key; null if there is none.
    public E get(int hash) {
        return slots.getAcquire(slot(hash));
    }

    public void put(int hash, E entry) {
        slots.setRelease(slot(hash), entry);
    }

    private int slot(int hash) {
        return (hash * GOLDEN_RATIO) >>> shift;
    }
}
