package dev.parlance.benchmark.throughput.peer;

import dev.parlance.benchmark.installation.process.ProgramRun;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The jar of the peer. The build of Parlance leaves the peer out: it would download Spring.
public record PeerJar(Path home) {
    private static final String MODULE = "benchmarks/peer";
    private static final Duration BUILD_TIMEOUT = Duration.ofMinutes(15);

    /// The jar's place; builds it first unless it is there and younger than all that it is made of.
    ///
    /// @param mayBuild if not, a jar that is there is good enough
    public Path requireBuilt(boolean mayBuild) {
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
        try (Stream<Path> sources = Files.walk(moduleDirectory().resolve("src"))) {
            return !Files.exists(jar())
                    || Stream.concat(
                                    sources.filter(Files::isRegularFile),
                                    Stream.of(moduleDirectory().resolve("pom.xml")))
                            .anyMatch(source -> lastModified(source).compareTo(lastModified(jar())) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        Path target = moduleDirectory().resolve("target");
        ProgramRun.await(
                new ManagedProcess.Command(
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
                        target.resolve("build.pid")),
                BUILD_TIMEOUT);
    }

    private Path jar() {
        return moduleDirectory().resolve("target/peer.jar");
    }

    private Path moduleDirectory() {
        return home.resolve(MODULE);
    }
}
