package dev.parlance.analysis.language;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Conversations and gold annotations that are not part of the project. Tests that need them are skipped where they
/// are missing.
public final class Corpora {
    public record Utterance(String language, String text) {}

    private Corpora() {}

    public static Path file(String name) {
        String configured = System.getenv("PARLANCE_DATA");
        var sibling = Path.of(System.getProperty("parlance.home", "."), "..", "shared", "data");
        var data = configured == null || configured.isBlank() ? sibling : Path.of(configured);
        var file = data.resolve(name).normalize();
        assumeTrue(Files.exists(file), file + " is not here: set PARLANCE_DATA to check against it");
        return file;
    }

    /// The utterances of learners and their partners in all conversations.
    public static List<Utterance> conversations() throws IOException {
        var json = new ObjectMapper();
        var utterances = new ArrayList<Utterance>();
        try (var files = Files.newDirectoryStream(file("conversations"), "*.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode conversation = json.readTree(line);
                    String language = conversation.path("language").asText("und");
                    for (JsonNode turn : conversation.path("turns")) {
                        add(utterances, language, turn.path("learnerText"));
                        add(utterances, language, turn.path("replyText"));
                    }
                }
            }
        }
        return utterances;
    }

    private static void add(List<Utterance> utterances, String language, JsonNode text) {
        if (text.isTextual()) {
            utterances.add(new Utterance(language, text.textValue()));
        }
    }
}
