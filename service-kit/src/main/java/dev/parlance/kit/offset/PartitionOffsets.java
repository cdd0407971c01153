package dev.parlance.kit.offset;

/// The offsets of one partition at a measurement. Except `next` and `position` they are those of the last record, -1 if
/// there is none.
///
/// A topic that is made anew or truncated under a running service begins at lower offsets again: what was applied of
/// the former records says nothing about these, and neither does a committed offset behind the position.
///
/// @param polled   record that this instance polled last
/// @param applied  record that this instance applied last
/// @param next     committed: the record at which the group would continue
/// @param position the record that this instance polls next
record PartitionOffsets(long polled, long applied, long next, long position) {

    /// Whether everything that was polled here is applied, here or, if the partition was assigned elsewhere in
    /// between, there.
    boolean isFullyApplied() {
        return applied == polled || (next > polled && next <= position);
    }

    /// The first record of which it is not known that it is applied.
    long firstUnapplied() {
        return Math.max(next, applied <= polled ? applied + 1 : 0);
    }
}
