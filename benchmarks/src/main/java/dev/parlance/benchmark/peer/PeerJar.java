package dev.parlance.benchmark.peer;

import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The peer as a program. The build of Parlance leaves it out, because nobody else should download Spring.
public record PeerJar(Path home) {
    private static final String MODULE = "benchmarks/peer";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /// The jar's place; builds it first unless it is there and younger than all that it is made of.
    ///
    /// @param mayBuild if not, a jar that is there is good enough
    public Path built(boolean mayBuild) {
        if (mayBuild ? isStale() : !Files.exists(jar())) {
            if (!mayBuild) {
                throw new PlatformFailure(
                        "The peer is not built: call ./mvnw -Ppeer -pl %s package.".formatted(MODULE));
            }
            build();
        }
        return jar();
    }

    boolean isStale() {
        try (Stream<Path> sources = Files.walk(module().resolve("src"))) {
            return !Files.exists(jar())
                    || Stream.concat(sources.filter(Files::isRegularFile), Stream.of(module().resolve("pom.xml")))
                            .anyMatch(source -> changed(source).compareTo(changed(jar())) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        Path target = module().resolve("target");
        var build = ManagedProcess.start(new ManagedProcess.Command(
                "./mvnw -Ppeer -pl %s package".formatted(MODULE),
                List.of(
                        home.resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-Dquick",
                        "-DskipTests",
                        "-f",
                        home.toString(),
                        "-Ppeer",
                        "-pl",
                        MODULE,
                        "package"),
                Map.of(),
                target.resolve("build.log"),
                target.resolve("build.pid")));
        var endOfJvm = new Thread(build::kill, "stop-build");
        Runtime.getRuntime().addShutdownHook(endOfJvm);
        build.waitUntilDone(PATIENCE);
        Runtime.getRuntime().removeShutdownHook(endOfJvm);
    }

    private Path jar() {
        return module().resolve("target/peer.jar");
    }

    private Path module() {
        return home.resolve(MODULE);
    }
}
