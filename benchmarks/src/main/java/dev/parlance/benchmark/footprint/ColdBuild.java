package dev.parlance.benchmark.footprint;

import dev.parlance.benchmark.installation.FileTree;
import dev.parlance.benchmark.installation.process.ProgramRun;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A build of a copy of the sources with an empty Maven repository.
///
/// @param repositoryBytes bytes of the local Maven repository afterwards
/// @param mavenBytes bytes of Maven itself, which the wrapper fetches
public record ColdBuild(long repositoryBytes, long mavenBytes, Duration duration) {
    private static final Duration BUILD_TIMEOUT = Duration.ofMinutes(15);
    private static final Set<String> EXCLUDED_NAMES = Set.of("target", ".git", ".parlance", ".idea");

    public static ColdBuild measure(Path home) {
        Path scratch = createTempDirectory(home);
        Path sources = scratch.resolve("sources");
        Path repository = scratch.resolve("repository");
        Path maven = scratch.resolve("maven");
        FileTree.copy(home, sources, EXCLUDED_NAMES);
        long begun = System.nanoTime();
        ProgramRun.await(
                new ManagedProcess.Command(
                        "./mvnw package",
                        arguments(sources, repository),
                        Map.of("MAVEN_USER_HOME", maven.toString()),
                        scratch.resolve("build.log"),
                        scratch.resolve("build.pid")),
                BUILD_TIMEOUT);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var measured = new ColdBuild(FileTree.size(repository), FileTree.size(maven), took);
        FileTree.delete(scratch, _ -> true);
        return measured;
    }

    private static List<String> arguments(Path sources, Path repository) {
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

    private static Path createTempDirectory(Path home) {
        try {
            return Files.createTempDirectory(Files.createDirectories(home.resolve("benchmarks/target")), "download-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
