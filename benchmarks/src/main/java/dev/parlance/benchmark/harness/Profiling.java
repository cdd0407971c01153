package dev.parlance.benchmark.harness;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.FlightRecording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Flight recordings of the services while they are measured, on demand: figures taken with them are a little lower.
public final class Profiling {
    @Option(
            names = "--profile",
            description = "record what the services do while they are measured (JFR); the files stay beside the logs")
    boolean profile;

    private final List<Path> files = new ArrayList<>();

    /// What is recorded until this is closed.
    public record RecordingSession(List<FlightRecording> recordings) implements AutoCloseable {
        @Override
        public void close() {
            recordings.forEach(FlightRecording::close);
        }
    }

    /// @param what names the files, with the service
    public RecordingSession startRecordings(
            Installation installation, Map<String, Long> processes, String what, String... services) {
        List<FlightRecording> recordings = new ArrayList<>();
        if (profile) {
            for (String service : services) {
                Path file = installation.logs().resolve("%s-%s.jfr".formatted(what, service));
                recordings.add(FlightRecording.start(processes.get(service), file));
                files.add(file);
            }
        }
        return new RecordingSession(recordings);
    }

    /// Where the recordings are.
    public void printFiles(BenchmarkHarness repetition) {
        files.forEach(file -> repetition.printProgress("recorded: " + file));
    }
}
