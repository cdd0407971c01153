package dev.parlance.benchmark.installation.process;

import java.nio.file.Path;

/// What a JVM does while it is measured, recorded by its flight recorder; about 2 % slower for it.
public record FlightRecording(long pid, Path file) implements AutoCloseable {
    public static FlightRecording start(long pid, Path file) {
        var recording = new FlightRecording(pid, file);
        recording.jcmd().run("JFR.start", "name=bench", "settings=profile");
        return recording;
    }

    /// Writes the file.
    @Override
    public void close() {
        jcmd().run("JFR.stop", "name=bench", "filename=" + file);
    }

    private Jcmd jcmd() {
        return new Jcmd(pid, file.toAbsolutePath().getParent());
    }
}
