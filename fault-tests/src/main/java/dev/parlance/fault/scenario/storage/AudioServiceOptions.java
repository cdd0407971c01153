package dev.parlance.fault.scenario.storage;

import java.util.List;

/// What services are told for scenarios about sound: to look at it often, and to count what is young as an orphan,
/// too.
final class AudioServiceOptions {
    static final List<String> JVM_OPTIONS = List.of(
            "-Dparlance.audio.check-interval=1s",
            "-Dparlance.audio.sweep.interval=off",
            "-Dparlance.audio.sweep.grace-period=0s",
            "-Dparlance.audio.sweep.clock-margin=0s",
            "-Dparlance.storage.mark-interval=1s",
            "-Dparlance.audio.upload-timeout=5s",
            "-Dparlance.audio.url-validity=5s");

    private AudioServiceOptions() {}
}
