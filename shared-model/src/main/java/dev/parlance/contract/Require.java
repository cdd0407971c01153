package dev.parlance.contract;

/// What every event must hold. A breach is the record's fault, not the reader's: the codec answers it with
/// `Unreadable`.
final class Require {
    private Require() {}

    static <T> T present(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static void learner(String tenant, String learnerId) {
        new Learner(tenant, learnerId);
    }

    static void module(String module) {
        if (module != null && !Learner.isName(module)) {
            throw new InvalidId("module", module);
        }
    }

    static void positive(String field, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(field + " must be positive: " + value);
        }
    }

    static void storable(String field, String text) {
        if (text != null && !Text.isStorable(text)) {
            throw new IllegalArgumentException(field + " holds a NUL or a lone surrogate");
        }
    }
}
