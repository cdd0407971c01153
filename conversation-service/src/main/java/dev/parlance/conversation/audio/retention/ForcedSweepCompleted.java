package dev.parlance.conversation.audio.retention;

import java.util.UUID;

/// A sweep without limits has ended; who removes something else from the bucket follows without limits, too.
public record ForcedSweepCompleted(UUID sweep) {}
