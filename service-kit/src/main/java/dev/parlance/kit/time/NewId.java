package dev.parlance.kit.time;

import java.util.UUID;

/// Ids for what has no identity of its own. Whatever is derived takes a derived id instead.
public final class NewId {
    private NewId() {}

    public static UUID random() {
        return UUID.randomUUID();
    }
}
