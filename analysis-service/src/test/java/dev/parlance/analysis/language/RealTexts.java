package dev.parlance.analysis.language;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Conversations and gold that are not part of the project. Tests that ask for them are skipped where they are
/// missing.
public final class RealTexts {
    public record Said(String language, String text) {}

    private RealTexts() {}

    public static Path file(String name) {
        String told = System.getenv("PARLANCE_DATA");
        var here = Path.of(System.getProperty("parlance.home", "."), "..", "shared", "data");
        var data = told == null || told.isBlank() ? here : Path.of(told);
        var file = data.resolve(name).normalize();
        assumeTrue(Files.exists(file), file + " is not here: set PARLANCE_DATA to check against it");
        return file;
    }

    /// What learners and partners said, both sides, in all conversations.
    public static List<Said> conversations() throws IOException {
        var json = new ObjectMapper();
        var said = new ArrayList<Said>();
        try (var files = Files.newDirectoryStream(file("conversations"), "*.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode conversation = json.readTree(line);
                    String language = conversation.path("language").asText("und");
                    for (JsonNode turn : conversation.path("turns")) {
                        add(said, language, turn.path("learnerText"));
                        add(said, language, turn.path("replyText"));
                    }
                }
            }
        }
        return said;
    }

    private static void add(List<Said> said, String language, JsonNode text) {
        if (text.isTextual()) {
            said.add(new Said(language, text.textValue()));
        }
    }
}
