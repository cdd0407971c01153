package dev.parlance.benchmark.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A directory that stands in for the checkout: its launcher, links to what it has built, a `.parlance/` of its own.
/// So `./parlance up` runs there as everywhere, on new data, beside whatever else this checkout runs. It lies in the
/// checkout's `benchmarks/target`, on the same disk as everybody's data: a temporary directory may be no disk at all.
record TempCheckout(Path directory) {
    private static final List<String> LINKED_DIRECTORIES =
            List.of(".mvn", "cli", "local-platform", "conversation-service", "analysis-service", "summary-service");

    static TempCheckout create(Path home) {
        try {
            Path target = Files.createDirectories(home.resolve("benchmarks/target"));
            Path directory = Files.createTempDirectory(target, "run-");
            for (String name : LINKED_DIRECTORIES) {
                Files.createSymbolicLink(directory.resolve(name), home.resolve(name));
            }
            Files.copy(home.resolve("parlance"), directory.resolve("parlance"));
            return new TempCheckout(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path launcher() {
        return directory.resolve("parlance");
    }

    Path logs() {
        return directory.resolve(".parlance/logs");
    }

    /// Removes all but the logs, which may tell why a figure is as it is. What a link names stays.
    void deleteAllButLogs() {
        FileTree.delete(directory, path -> !path.startsWith(logs()) && !logs().startsWith(path));
    }
}
