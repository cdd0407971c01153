package dev.parlance.conversation.dialogue.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.Text;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.TextTooLong;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The checks that several request bodies share. They are methods and not constraints of Bean Validation: a problem
/// names the first invalid field in the order of the body, has a type and a limit of its own, and SmallRye OpenAPI
/// would copy each standard constraint into the published schemas.
public final class RequestChecks {
    private static final int MAX_METADATA_BYTES = 8 << 10;
    private static final int MAX_METADATA_DEPTH = 32;
    private static final int MAX_DURATION_MILLIS = (int) Duration.ofHours(24).toMillis();
    private static final int MAX_TEXT_CHARACTERS = 8_000;
    private static final int MAX_WORD_TIMINGS = 1_000;
    private static final Instant EARLIEST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration MAX_TIME_AHEAD = Duration.ofHours(48);

    private RequestChecks() {}

    /// @throws BadText     if PostgreSQL cannot store the text
    /// @throws TextTooLong over 8,000 characters
    public static void checkText(String field, String text) {
        if (text == null) {
            return;
        }
        if (!Text.isStorable(text)) {
            throw new BadText(field);
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT_CHARACTERS) {
            throw new TextTooLong(field, MAX_TEXT_CHARACTERS);
        }
    }

    /// @throws InvalidRequest outside 2000-01-01 … now + 48 h
    public static void checkInstant(String field, Instant instant, Instant now) {
        if (instant != null && (instant.isBefore(EARLIEST_INSTANT) || instant.isAfter(now.plus(MAX_TIME_AHEAD)))) {
            throw new InvalidRequest(field, field + " must lie between 2000-01-01 and 48 hours from now");
        }
    }

    /// @throws InvalidRequest over 1,000 timings, or if one has no word or no valid interval
    /// @throws BadText        if PostgreSQL cannot store a word
    public static void checkWordTimings(List<WordTiming> wordTimings) {
        if (wordTimings == null) {
            return;
        }
        if (wordTimings.size() > MAX_WORD_TIMINGS) {
            throw new InvalidRequest("wordTimings", "wordTimings has more than 1000 entries", MAX_WORD_TIMINGS);
        }
        for (WordTiming timing : wordTimings) {
            if (timing == null || timing.word() == null || timing.startMs() < 0 || timing.endMs() < timing.startMs()) {
                throw new InvalidRequest("wordTimings", "Each of wordTimings needs a word and 0 ≤ startMs ≤ endMs");
            }
            checkText("wordTimings", timing.word());
            checkConfidence("wordTimings", timing.confidence());
        }
    }

    /// @throws InvalidRequest outside 0 … 1
    public static void checkConfidence(String field, Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new InvalidRequest(field, "A confidence lies between 0 and 1");
        }
    }

    /// @param durationMs of speech, in milliseconds; null if it is not known
    /// @throws InvalidRequest if it is negative or longer than 24 hours
    public static void checkDuration(Integer durationMs) {
        if (durationMs == null) {
            return;
        }
        if (durationMs < 0) {
            throw new InvalidRequest("durationMs", "durationMs must not be negative");
        }
        if (durationMs > MAX_DURATION_MILLIS) {
            throw new InvalidRequest("durationMs", "durationMs is longer than 24 hours", MAX_DURATION_MILLIS);
        }
    }

    /// @throws InvalidRequest if it is not an object, nested more than 32 levels deep, or larger than 8 KiB
    /// @throws BadText        if PostgreSQL cannot store a text in it
    public static void checkMetadata(JsonNode metadata) {
        if (metadata == null || metadata.isNull()) {
            return;
        }
        if (!metadata.isObject()) {
            throw new InvalidRequest("metadata", "metadata must be an object");
        }
        if (!isWithinDepth(metadata, MAX_METADATA_DEPTH)) {
            throw new InvalidRequest("metadata", "metadata is nested more than 32 levels deep", MAX_METADATA_DEPTH);
        }
        if (CanonicalJson.toBytes(metadata).length > MAX_METADATA_BYTES) {
            throw new InvalidRequest("metadata", "metadata is larger than 8 KiB", MAX_METADATA_BYTES);
        }
        checkMetadataTexts(metadata);
    }

    /// A bare value has no level, an empty object one.
    private static boolean isWithinDepth(JsonNode node, int depth) {
        return node.isValueNode()
                || (depth > 0 && node.valueStream().allMatch(child -> isWithinDepth(child, depth - 1)));
    }

    private static void checkMetadataTexts(JsonNode node) {
        if (node.isTextual() && !Text.isStorable(node.textValue())) {
            throw new BadText("metadata");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!Text.isStorable(name)) {
                throw new BadText("metadata");
            }
        });
        node.forEach(RequestChecks::checkMetadataTexts);
    }
}
