package dev.parlance.benchmark.installation;

import java.nio.file.Path;

/// What a JVM does while it is measured, recorded by its flight recorder; about 2 % slower for it.
public record Recording(long pid, Path file) implements AutoCloseable {
    public static Recording start(long pid, Path file) {
        var recording = new Recording(pid, file);
        recording.jvm().tell("JFR.start", "name=bench", "settings=profile");
        return recording;
    }

    /// Writes the file.
    @Override
    public void close() {
        jvm().tell("JFR.stop", "name=bench", "filename=" + file);
    }

    private Jcmd jvm() {
        return new Jcmd(pid, file.toAbsolutePath().getParent());
    }
}
