package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The turns of a crowd as conversation-service announces them, without conversation-service.
public final class TurnRecordedEvents {
    private static final String SOURCE = "conversation-service";

    private final SimulatedLearners crowd;

    public TurnRecordedEvents(SimulatedLearners crowd) {
        this.crowd = crowd;
    }

    /// Turn number `number`, with all its headers.
    public EventRecord create(int number, Instant at) {
        int learner = number % crowd.size();
        int variant = number / crowd.size();
        Instant instant = at.truncatedTo(ChronoUnit.MILLIS);
        var context = new TurnContext(
                Learner.DEFAULT_TENANT,
                crowd.learnerId(learner),
                new ConversationId(crowd.conversationId(learner)),
                new TurnId(UUID.randomUUID()),
                variant + 1,
                "app",
                "benchmark",
                Phrases.forLearner(learner).language(),
                "UTC",
                instant.atZone(ZoneOffset.UTC).toLocalDate(),
                instant);
        var turn = new TurnRecorded(
                context,
                false,
                instant,
                SimulatedLearners.turnText(learner, learner + variant),
                SimulatedLearners.turnText(learner, learner + variant + 1),
                1000 + variant % 1000,
                null,
                JsonNodeFactory.instance.objectNode());
        EventRecord record = EventCodec.encode(turn, SOURCE);
        var headers = new LinkedHashMap<>(record.headers());
        headers.put("traceparent", traceParent());
        return new EventRecord(record.topic(), record.key(), headers, record.value());
    }

    private static String traceParent() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
