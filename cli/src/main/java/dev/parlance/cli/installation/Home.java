package dev.parlance.cli.installation;

import dev.parlance.platform.part.EmbeddedPart;
import dev.parlance.platform.part.Part;
import java.nio.file.Path;

/// The checkout of the launcher and the paths in it.
public record Home(Path root) {

    /// From the system property `parlance.home`, which the launcher sets; by default the working directory.
    public static Home current() {
        return new Home(Path.of(System.getProperty("parlance.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /// All data and logs; ignored by git.
    public Path state() {
        return root.resolve(".parlance");
    }

    public Path logs() {
        return state().resolve("logs");
    }

    public Path run() {
        return state().resolve("run");
    }

    public Path jar(Service service) {
        return root.resolve(service.artifact()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path pidFile(Service service) {
        return run().resolve(service.id() + ".pid");
    }

    public Path pidFile(Part part) {
        return EmbeddedPart.pidFile(state(), part);
    }
}
