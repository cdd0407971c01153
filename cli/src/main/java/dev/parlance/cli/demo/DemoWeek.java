package dev.parlance.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.importing.NameBasedId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The bundled, invented conversations, dated to the seven days before an instant: five learners, five languages and
/// time zones.
///
/// The bundled files describe one week, which repeats every week at the same local times; each conversation is taken
/// at its latest repetition that has ended. A conversation's id contains its local date: a second import on the same
/// day adds nothing, and one on another day adds only the days between.
final class DemoWeek {
    private static final List<String> LEARNERS = List.of("hana", "oliver", "ines", "milo", "greta");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<ObjectNode>> conversationsByFile;

    private DemoWeek(Map<String, List<ObjectNode>> conversationsByFile) {
        this.conversationsByFile = conversationsByFile;
    }

    /// The week that ends at `now`.
    static DemoWeek endingAt(Instant now) {
        Map<String, List<ObjectNode>> conversations = new TreeMap<>();
        for (String learner : LEARNERS) {
            conversations.put(
                    learner,
                    bundled(learner).stream()
                            .map(conversation -> latestRepetition(conversation, now))
                            .sorted(Comparator.comparing(conversation -> instant(conversation, "startedAt")))
                            .toList());
        }
        return new DemoWeek(conversations);
    }

    /// Writes one file per learner into a directory, in the format that `import` reads.
    List<Path> unpack(Path directory) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            for (var learner : conversationsByFile.entrySet()) {
                Path file = directory.resolve(learner.getKey() + ".jsonl");
                Files.write(
                        file,
                        learner.getValue().stream().map(ObjectNode::toString).toList());
                files.add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// How many turns each learner has in this week.
    Map<String, Integer> turnsByLearner() {
        Map<String, Integer> turns = new TreeMap<>();
        conversations()
                .forEach(conversation -> turns.merge(
                        conversation.path("learnerId").asText(),
                        conversation.path("turns").size(),
                        Integer::sum));
        return turns;
    }

    /// The first local date of a conversation.
    LocalDate firstDate() {
        return conversations().stream()
                .map(DemoWeek::localDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /// The last local date of a conversation.
    LocalDate lastDate() {
        return conversations().stream()
                .map(DemoWeek::localDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /// The id in Parlance of a learner's conversation on this day of the week.
    UUID conversationId(String learnerId, DayOfWeek day) {
        return conversations().stream()
                .filter(conversation -> conversation.path("learnerId").asText().equals(learnerId))
                .filter(conversation -> localDate(conversation).getDayOfWeek() == day)
                .map(conversation -> NameBasedId.ofConversation(
                        learnerId, conversation.path("id").asText()))
                .findFirst()
                .orElseThrow();
    }

    private List<ObjectNode> conversations() {
        return conversationsByFile.values().stream().flatMap(List::stream).toList();
    }

    private static ObjectNode latestRepetition(ObjectNode bundled, Instant now) {
        ZoneId zone = ZoneId.of(bundled.path("timeZone").asText());
        JsonNode lastTurn = bundled.path("turns").path(bundled.path("turns").size() - 1);
        Instant end = instant(lastTurn, "occurredAt");
        // One more, because summer time may end between.
        long weeks = Math.floorDiv(ChronoUnit.DAYS.between(end, now), 7) + 1;
        while (plusWeeks(end, zone, weeks).isAfter(now)) {
            weeks--;
        }
        ObjectNode conversation = bundled.deepCopy();
        move(conversation, "startedAt", zone, weeks);
        for (JsonNode turn : conversation.path("turns")) {
            move((ObjectNode) turn, "occurredAt", zone, weeks);
        }
        return conversation.put("id", "%s-%s".formatted(bundled.path("id").asText(), localDate(conversation)));
    }

    private static void move(ObjectNode json, String field, ZoneId zone, long weeks) {
        json.put(field, plusWeeks(instant(json, field), zone, weeks).toString());
    }

    /// The same local time, also across a change of the clocks.
    private static Instant plusWeeks(Instant instant, ZoneId zone, long weeks) {
        return instant.atZone(zone).plusWeeks(weeks).toInstant();
    }

    private static LocalDate localDate(JsonNode conversation) {
        return LocalDate.ofInstant(
                instant(conversation, "startedAt"),
                ZoneId.of(conversation.path("timeZone").asText()));
    }

    private static Instant instant(JsonNode json, String field) {
        return Instant.parse(json.path(field).asText());
    }

    private static List<ObjectNode> bundled(String learner) {
        List<ObjectNode> conversations = new ArrayList<>();
        try (InputStream in = DemoWeek.class.getResourceAsStream("/demo/" + learner + ".jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                conversations.add((ObjectNode) JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return conversations;
    }
}
