package dev.parlance.benchmark.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.report.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Conversations in files, as `./parlance import` takes them, and what must come out of them.
public record ConversationCorpus(List<Path> files, int conversations, Map<String, Integer> turnsByLearner) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// All `conversations/*.jsonl` of a directory.
    static ConversationCorpus readDirectory(Path data) {
        Path directory = data.resolve("conversations");
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            return readFiles(files);
        } catch (IOException e) {
            throw Failure.usage("There are no conversations in %s: name another directory with --data or PARLANCE_DATA."
                    .formatted(directory));
        }
    }

    static ConversationCorpus readFiles(List<Path> files) throws IOException {
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
        return new ConversationCorpus(files, conversations, turnsByLearner);
    }

    public int turns() {
        return turnsByLearner.values().stream().mapToInt(Integer::intValue).sum();
    }
}
