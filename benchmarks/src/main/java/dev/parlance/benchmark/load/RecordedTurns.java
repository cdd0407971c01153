package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The turns of a crowd as conversation-service announces them, without conversation-service.
public final class RecordedTurns {
    private static final String SOURCE = "conversation-service";

    private final Crowd crowd;

    public RecordedTurns(Crowd crowd) {
        this.crowd = crowd;
    }

    /// Turn number `number`, with all its headers.
    public EventRecord record(int number, Instant at) {
        int learner = number % crowd.size();
        int variant = number / crowd.size();
        Instant instant = at.truncatedTo(ChronoUnit.MILLIS);
        var turn = new TurnRecorded(
                Learner.DEFAULT_TENANT,
                crowd.learner(learner),
                false,
                new ConversationId(crowd.conversation(learner)),
                new TurnId(UUID.randomUUID()),
                variant + 1,
                "app",
                "benchmark",
                Phrases.of(learner).language(),
                "UTC",
                instant.atZone(ZoneOffset.UTC).toLocalDate(),
                instant,
                instant,
                Crowd.text(learner, learner + variant),
                Crowd.text(learner, learner + variant + 1),
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
