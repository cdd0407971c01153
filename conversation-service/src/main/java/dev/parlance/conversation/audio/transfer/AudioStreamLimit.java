package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.transfer.ClientPermits.Permit;
import dev.parlance.kit.problem.Overloaded;
import jakarta.enterprise.context.ApplicationScoped;

/// Limits the uploads, the downloads and the checks at work in this instance, each kind by itself: slow clients occupy
/// a bounded number of threads, and those of one kind never keep the others away.
@ApplicationScoped
class AudioStreamLimit {
    private static final String ANY_CLIENT = "";

    private final ClientPermits uploads;
    private final ClientPermits downloads;
    private final ClientPermits checks;

    AudioStreamLimit(AudioConfig config) {
        this.uploads = new ClientPermits(config.maxConcurrentStreams(), config.maxConcurrentStreamsPerClient());
        this.downloads = new ClientPermits(config.maxConcurrentStreams(), config.maxConcurrentStreamsPerClient());
        this.checks = new ClientPermits(config.maxConcurrentChecks(), config.maxConcurrentChecks());
    }

    /// @param client address
    /// @throws Overloaded if a limit is reached
    Permit acquireUpload(String client) {
        return uploads.acquire(client);
    }

    /// @param client address
    /// @throws Overloaded if a limit is reached
    Permit acquireDownload(String client) {
        return downloads.acquire(client);
    }

    /// For a check that a client waits for.
    ///
    /// @throws Overloaded if the limit is reached
    Permit acquireCheck() {
        return checks.acquire(ANY_CLIENT);
    }
}
