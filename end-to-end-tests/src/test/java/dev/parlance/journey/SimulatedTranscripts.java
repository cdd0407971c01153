package dev.parlance.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Conversations of made-up learners, in the format of an import. The same seed says the same words under any
/// prefix.
///
/// @param prefix of the learners' ids; also the module, so that its usage can be told from others'
record SimulatedTranscripts(String prefix, long seed, int learners, int conversations, int turns) {
    private static final Instant FIRST_START = Instant.parse("2026-11-02T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> learnerIds() {
        return IntStream.range(0, learners).mapToObj(at -> prefix + "-" + at).toList();
    }

    int totalTurns() {
        return learners * conversations * turns;
    }

    Path write(Path file) {
        List<String> lines = new ArrayList<>();
        var random = new Random(seed);
        for (int learner = 0; learner < learners; learner++) {
            for (int conversation = 0; conversation < conversations; conversation++) {
                lines.add(conversation(learner, conversation, random).toString());
            }
        }
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode conversation(int learner, int number, Random random) {
        Instant start = FIRST_START.plusSeconds(number * 43_200L + learner * 60L);
        ObjectNode line = JSON.createObjectNode()
                .put("id", prefix + "-" + learner + "-" + number)
                .put("learnerId", prefix + "-" + learner)
                .put("channel", "app")
                .put("language", "en")
                .put("timeZone", "Europe/Rome")
                .put("module", prefix)
                .put("startedAt", start.toString());
        ArrayNode said = line.putArray("turns");
        for (int turn = 0; turn < turns; turn++) {
            var text = new StringBuilder();
            for (int word = random.nextInt(8); word >= 0; word--) {
                text.append("w")
                        .append(Integer.toString(random.nextInt(400), 26))
                        .append("q ");
            }
            said.addObject()
                    .put("learnerText", text.toString())
                    .put("replyText", "yes and no")
                    .put("occurredAt", start.plusSeconds(10L * turn).toString())
                    .put("durationMs", 1000 + turn);
        }
        return line;
    }
}
