package dev.parlance.cli.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person is shown of an event: one line, with the number of the turn that it is about.
final class EventText {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> sequences = new HashMap<>();

    /// @param turn      null where it is about none
    /// @param settled   what need not be awaited any longer: the turn whose words these are, or the highlight;
    ///                  else null
    /// @param announced ids of highlights that come with these words, each as an event of its own
    record Shown(String turn, String line, String settled, List<String> announced) {}

    /// Empty for what is no news to a person.
    ///
    /// @param isOwn whether the turns that are recorded are the reader's own, which were typed here
    Optional<Shown> of(StreamedEvent event, boolean isOwn) {
        JsonNode data = read(event.data());
        String turn = data.path("turnId").asText(null);
        if (data.hasNonNull("sequence") && turn != null) {
            sequences.put(turn, data.get("sequence").asInt());
        }
        String text =
                switch (event.type()) {
                    case "turn" -> isOwn ? null : said(data);
                    case "words" -> words(data);
                    case "highlight" ->
                        "* " + data.path("type").asText() + ": "
                                + data.path("description").asText();
                    case "transcript" -> heard(data.path("text").asText());
                    case "ended" ->
                        "the conversation has ended (%s)"
                                .formatted(data.path("endReason").asText());
                    case "reset" -> "some of what happened is no longer kept";
                    default -> null;
                };
        return Optional.ofNullable(text)
                .map(line -> new Shown(turn, number(turn) + line, settled(event.type(), data), announced(data)));
    }

    private static String settled(String type, JsonNode data) {
        return switch (type) {
            case "words" -> data.path("turnId").asText(null);
            case "highlight" -> data.path("id").asText(null);
            default -> null;
        };
    }

    private static List<String> announced(JsonNode data) {
        return data.path("highlightIds").valueStream().map(JsonNode::asText).toList();
    }

    private String number(String turn) {
        return sequences.containsKey(turn) ? "[%d] ".formatted(sequences.get(turn)) : "";
    }

    private static String said(JsonNode turn) {
        return List.of("learnerText", "replyText").stream()
                .map(side -> turn.path(side).asText(""))
                .filter(side -> !side.isBlank())
                .collect(Collectors.joining(" / "));
    }

    private static String heard(String text) {
        return text.isEmpty() ? "nothing was heard" : "heard: " + text;
    }

    private static String words(JsonNode data) {
        String words = data.path("words")
                .valueStream()
                .map(word -> (word.path("new").asBoolean() ? "+" : "")
                        + word.path("display").asText())
                .collect(Collectors.joining("  "));
        return words.isEmpty() ? "no words" : words;
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // newer than this program
        }
    }
}
