package dev.parlance.kit.time;

import java.util.UUID;

/// Random ids, for things without an identity of their own. Derived things get a derived id instead.
public final class NewId {
    private NewId() {}

    public static UUID random() {
        return UUID.randomUUID();
    }
}
