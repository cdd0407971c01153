package dev.parlance.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Conversations in files, as `./parlance import` takes them, and what must come out of them.
record Corpus(List<Path> files, int conversations, Map<String, Integer> turnsByLearner) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// All `conversations/*.jsonl` of a directory.
    static Corpus in(Path data) {
        Path directory = data.resolve("conversations");
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            return of(files);
        } catch (IOException e) {
            throw Failure.usage("There are no conversations in %s: name another directory with --data or PARLANCE_DATA."
                    .formatted(directory));
        }
    }

    static Corpus of(List<Path> files) throws IOException {
        int conversations = 0;
        Map<String, Integer> turnsByLearner = new TreeMap<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                JsonNode conversation = JSON.readTree(line);
                turnsByLearner.merge(
                        conversation.get("learnerId").asText(),
                        conversation.get("turns").size(),
                        Integer::sum);
                conversations++;
            }
        }
        return new Corpus(files, conversations, turnsByLearner);
    }

    int turns() {
        return turnsByLearner.values().stream().mapToInt(Integer::intValue).sum();
    }
}
