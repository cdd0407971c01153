package dev.parlance.contract.event;

import dev.parlance.contract.Text;
import dev.parlance.contract.id.InvalidId;
import dev.parlance.contract.id.Learner;

/// Preconditions of events. A violation is an `IllegalArgumentException`, which the codec turns into `Unreadable`.
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
