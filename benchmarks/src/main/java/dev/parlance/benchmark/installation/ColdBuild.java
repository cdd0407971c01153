package dev.parlance.benchmark.installation;

import dev.parlance.platform.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A build of a copy of the sources by a machine that has never downloaded anything for it.
///
/// @param repository bytes of the local Maven repository afterwards
/// @param maven bytes of Maven itself, which the wrapper fetches
public record ColdBuild(long repository, long maven, Duration time) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".parlance", ".idea");

    public static ColdBuild of(Path home) {
        try {
            Path scratch = Files.createTempDirectory(
                    Files.createDirectories(home.resolve("benchmarks/target")), "download-");
            Path sources = scratch.resolve("sources");
            copySources(home, sources);
            Path maven = scratch.resolve("maven");
            Path repository = scratch.resolve("repository");
            long begun = System.nanoTime();
            var build = ManagedProcess.start(new ManagedProcess.Command(
                    "./mvnw package",
                    List.of(
                            sources.resolve("mvnw").toString(), "-B", "-ntp", "-f", sources.toString(), "package",
                            "-DskipTests", "-Dmaven.repo.local=" + repository),
                    Map.of("MAVEN_USER_HOME", maven.toString()),
                    scratch.resolve("build.log"),
                    scratch.resolve("build.pid")));
            var stop = new Thread(build::kill, "stop-build");
            Runtime.getRuntime().addShutdownHook(stop);
            build.waitUntilDone(PATIENCE);
            Runtime.getRuntime().removeShutdownHook(stop);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var measured = new ColdBuild(size(repository), size(maven), took);
            delete(scratch);
            return measured;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copySources(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.map(Path::toFile).filter(file -> file.isFile()).mapToLong(file -> file.length()).sum();
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException e) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
