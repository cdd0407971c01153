package dev.parlance.conversation.audio.retention;

/// How much one run may remove unless an operator orders more: a twentieth of what there is, and 100 in any case. More
/// is seldom what was meant: a wrong bucket, a restored database, a program that deleted what it should not.
public final class RemovalLimit {
    private static final int MAX_PERCENT = 5;
    private static final long MIN_COUNT = 100;

    private RemovalLimit() {}

    /// @param existing what there is of the kind
    /// @return so many of them may go
    public static long of(long existing) {
        return Math.max(MIN_COUNT, existing * MAX_PERCENT / 100);
    }

    /// The sentence for the operator.
    ///
    /// @param what what would be removed: `objects have no row`
    public static String message(long count, long existing, String what) {
        return ("%d of %d %s, and more than %d %% and %d are removed only by an order: nothing of it was removed. Look at"
                        + " ./parlance audio sweep --dry-run; if it is right: ./parlance audio sweep --force.")
                .formatted(count, existing, what, MAX_PERCENT, MIN_COUNT);
    }
}
