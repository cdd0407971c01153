package dev.parlance.benchmark.installation;

import dev.parlance.platform.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A build of a copy of the sources by somebody who has never downloaded anything for it.
///
/// @param repository bytes of the local Maven repository afterwards
/// @param maven bytes of Maven itself, which the wrapper fetches
public record ColdBuild(long repository, long maven, Duration time) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".parlance", ".idea");

    public static ColdBuild of(Path home) {
        Path scratch = directory(home);
        Path sources = scratch.resolve("sources");
        Path repository = scratch.resolve("repository");
        Path maven = scratch.resolve("maven");
        FileTree.copy(home, sources, NOT_SOURCES);
        long begun = System.nanoTime();
        build(new ManagedProcess.Command(
                "./mvnw package",
                words(sources, repository),
                Map.of("MAVEN_USER_HOME", maven.toString()),
                scratch.resolve("build.log"),
                scratch.resolve("build.pid")));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var measured = new ColdBuild(FileTree.size(repository), FileTree.size(maven), took);
        FileTree.delete(scratch, _ -> true);
        return measured;
    }

    private static List<String> words(Path sources, Path repository) {
        return List.of(
                sources.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-f",
                sources.toString(),
                "package",
                "-DskipTests",
                "-Dmaven.repo.local=" + repository);
    }

    private static void build(ManagedProcess.Command command) {
        var build = ManagedProcess.start(command);
        var endOfJvm = new Thread(build::kill, "stop-build");
        Runtime.getRuntime().addShutdownHook(endOfJvm);
        build.waitUntilDone(PATIENCE);
        Runtime.getRuntime().removeShutdownHook(endOfJvm);
    }

    private static Path directory(Path home) {
        try {
            return Files.createTempDirectory(Files.createDirectories(home.resolve("benchmarks/target")), "download-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
