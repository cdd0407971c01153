package dev.parlance.cli.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.TerminalText;
import dev.parlance.platform.client.SseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One live event in one line, with the number of its turn.
final class LiveEventText {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> sequences = new HashMap<>();

    /// @param turn         null if the event is not about a turn
    /// @param settledId    the id that need not be awaited any longer: the turn whose words these are, or the
    ///     highlight; else null
    /// @param highlightIds highlights of these words, each of which follows as an event of its own
    record DisplayLine(String turn, String line, String settledId, List<String> highlightIds) {}

    /// Empty for events that a person need not see.
    ///
    /// @param isOwn whether recorded turns were typed here, and need not be shown
    Optional<DisplayLine> format(SseEvent event, boolean isOwn) {
        JsonNode data = read(event.data());
        String turn = data.path("turnId").asText(null);
        if (data.hasNonNull("sequence") && turn != null) {
            sequences.put(turn, data.get("sequence").asInt());
        }
        String text =
                switch (event.type()) {
                    case "turn" -> isOwn ? null : turnText(data);
                    case "words" -> wordsText(data);
                    case "highlight" ->
                        "* " + data.path("type").asText() + ": "
                                + data.path("description").asText();
                    case "transcript" -> transcriptText(data.path("text").asText());
                    case "ended" ->
                        "the conversation has ended (%s)"
                                .formatted(data.path("endReason").asText());
                    case "reset" -> "some of what happened is no longer kept";
                    default -> null;
                };
        return Optional.ofNullable(text)
                .map(line -> new DisplayLine(
                        turn,
                        TerminalText.escapeLine(number(turn) + line),
                        settledId(event.type(), data),
                        highlightIds(data)));
    }

    private static String settledId(String type, JsonNode data) {
        return switch (type) {
            case "words" -> data.path("turnId").asText(null);
            case "highlight" -> data.path("id").asText(null);
            default -> null;
        };
    }

    private static List<String> highlightIds(JsonNode data) {
        return data.path("highlightIds").valueStream().map(JsonNode::asText).toList();
    }

    private String number(String turn) {
        return sequences.containsKey(turn) ? "[%d] ".formatted(sequences.get(turn)) : "";
    }

    private static String turnText(JsonNode turn) {
        return List.of("learnerText", "replyText").stream()
                .map(side -> turn.path(side).asText(""))
                .filter(side -> !side.isBlank())
                .collect(Collectors.joining(" / "));
    }

    private static String transcriptText(String text) {
        return text.isEmpty() ? "nothing was heard" : "heard: " + text;
    }

    private static String wordsText(JsonNode data) {
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
            return JSON.createObjectNode(); // a newer type of event
        }
    }
}
