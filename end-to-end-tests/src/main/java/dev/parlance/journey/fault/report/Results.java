package dev.parlance.journey.fault.report;

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
public record Results(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public void keep(Result result) {
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(result.id() + ".json"), JSON.writeValueAsBytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By id.
    public List<Result> all() {
        List<Result> results = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, "*.json")) {
                for (Path file : files) {
                    results.add(JSON.readValue(file.toFile(), Result.class));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        results.sort(Comparator.comparing(Result::id));
        return results;
    }
}
