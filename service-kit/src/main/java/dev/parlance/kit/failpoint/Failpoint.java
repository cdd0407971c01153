package dev.parlance.kit.failpoint;

/// A moment at which a crash must do no harm: each lies between two effects that no transaction joins.
public enum Failpoint {
    /// A turn is committed and its client not answered: the client sends it again.
    AFTER_TURN_COMMIT_BEFORE_ANSWER,
    /// Events are on their topic and still in the outbox: they are sent again.
    AFTER_SEND_BEFORE_DELETE,
    /// The effect of a batch is written and not committed: the batch is delivered again.
    MID_BATCH,
    /// The effect of a batch is committed, its offsets are not: the batch is delivered again.
    AFTER_DB_COMMIT_BEFORE_ACK
}
