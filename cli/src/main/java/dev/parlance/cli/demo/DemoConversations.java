package dev.parlance.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The bundled conversations: five learners, five languages and time zones, one week. All of it is invented.
public final class DemoConversations {
    private static final List<String> LEARNERS = List.of("hana", "oliver", "ines", "milo", "greta");

    private DemoConversations() {}

    /// Lays the files into a directory, as `import` wants them.
    public static List<Path> unpack(Path directory) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            for (String learner : LEARNERS) {
                Path file = directory.resolve(learner + ".jsonl");
                try (InputStream in = open(learner)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
                files.add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// How many turns each learner has in these conversations.
    public static Map<String, Integer> turnsByLearner() {
        Map<String, Integer> turns = new TreeMap<>();
        for (String learner : LEARNERS) {
            try (InputStream in = open(learner)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(DemoConversations::json)
                        .forEach(sitting -> turns.merge(
                                sitting.path("learnerId").asText(),
                                sitting.path("turns").size(),
                                Integer::sum));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return turns;
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.builder().build().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String learner) {
        return DemoConversations.class.getResourceAsStream("/demo/" + learner + ".jsonl");
    }
}
