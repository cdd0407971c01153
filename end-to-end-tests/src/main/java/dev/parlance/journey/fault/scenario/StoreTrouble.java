package dev.parlance.journey.fault.scenario;

import java.util.List;

/// What services are told for scenarios about sound: to look at it often, and to count what is young as an orphan,
/// too.
final class StoreTrouble {
    static final List<String> OPTIONS = List.of(
            "-Dconversation.audio.check=1s",
            "-Dconversation.audio.sweep.every=off",
            "-Dconversation.audio.sweep.grace=0s",
            "-Dconversation.audio.pending=5s",
            "-Dconversation.audio.url-validity=5s");

    private StoreTrouble() {}
}
