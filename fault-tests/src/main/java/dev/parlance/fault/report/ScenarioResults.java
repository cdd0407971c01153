package dev.parlance.fault.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The last result of each scenario, a file each.
public record ScenarioResults(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public void save(ScenarioResult result) {
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(result.id() + ".json"), JSON.writeValueAsBytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By id.
    public List<ScenarioResult> all() {
        List<ScenarioResult> results = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, "*.json")) {
                for (Path file : files) {
                    results.add(JSON.readValue(file.toFile(), ScenarioResult.class));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        results.sort(Comparator.comparing(ScenarioResult::id));
        return results;
    }
}
