package dev.parlance.cli.installation;

import java.nio.file.Path;

/// The checkout that the launcher belongs to, and the places in it.
public record Home(Path root) {

    /// As the launcher script tells it.
    public static Home found() {
        return new Home(Path.of(System.getProperty("parlance.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /// Everything that a run leaves behind; git ignores it.
    public Path state() {
        return root.resolve(".parlance");
    }

    public Path logs() {
        return state().resolve("logs");
    }

    Path run() {
        return state().resolve("run");
    }

    Path jar(Service service) {
        return root.resolve(service.artifact()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path pidFile(Service service) {
        return run().resolve(service.id() + ".pid");
    }
}
