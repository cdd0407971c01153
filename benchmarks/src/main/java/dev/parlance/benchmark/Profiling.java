package dev.parlance.benchmark;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Flight recordings of the services while they are measured, on demand: figures taken with them are a little lower.
final class Profiling {
    @Option(
            names = "--profile",
            description = "record what the services do while they are measured (JFR); the files stay beside the logs")
    boolean profile;

    private final List<Path> files = new ArrayList<>();

    /// What is recorded until this is closed.
    record Session(List<Recording> recordings) implements AutoCloseable {
        @Override
        public void close() {
            recordings.forEach(Recording::close);
        }
    }

    /// @param what names the files, with the service
    Session record(Installation installation, Map<String, Long> processes, String what, String... services) {
        List<Recording> recordings = new ArrayList<>();
        if (profile) {
            for (String service : services) {
                Path file = installation.logs().resolve("%s-%s.jfr".formatted(what, service));
                recordings.add(Recording.start(processes.get(service), file));
                files.add(file);
            }
        }
        return new Session(recordings);
    }

    /// Where the recordings are.
    void tell(Repetition repetition) {
        files.forEach(file -> repetition.say("recorded: " + file));
    }
}
