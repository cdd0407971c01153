package dev.parlance.conversation.dialogue.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.http.CanonicalJson;
import dev.parlance.conversation.dialogue.http.CompactJson;
import dev.parlance.conversation.dialogue.http.RequestChecks;
import dev.parlance.kit.http.LanguageTag;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.RequestTooLarge;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The body that records a turn.
///
/// @param durationMs milliseconds of the learner's speech
/// @param audio      the sides whose audio will be uploaded: `learner`, `reply`
public record NewTurn(
        String learnerText,
        String replyText,
        Instant occurredAt,
        Integer durationMs,
        String language,
        List<WordTiming> wordTimings,
        List<String> audio,
        JsonNode metadata) {
    private static final int MAX_TURN_BYTES = 256 << 10;
    private static final Set<String> SIDES = Set.of("learner", "reply");

    /// A valid turn with its id.
    ///
    /// @param body  its metadata as [CompactJson], because it waits for its transaction
    /// @param hash  of the body: the same body has the same hash
    /// @param bytes of the body
    @SuppressWarnings("ArrayRecordComponent")
    public record SubmittedTurn(TurnId id, NewTurn body, byte[] hash, int bytes) {
        Instant occurredAt(Instant now) {
            return body.occurredAt() == null ? now : body.occurredAt();
        }
    }

    /// @throws dev.parlance.kit.problem.DomainProblem for the first field that breaks the contract
    public SubmittedTurn withId(TurnId id, Instant now) {
        byte[] canonical = validated(now).canonicalBytes();
        return new SubmittedTurn(id, withCompactMetadata(), CanonicalJson.hash(canonical), canonical.length);
    }

    private NewTurn validated(Instant now) {
        if (isBlank(learnerText) && isBlank(replyText) && (audio == null || audio.isEmpty())) {
            throw new InvalidRequest("learnerText", "A turn needs a learnerText, a replyText or audio");
        }
        RequestChecks.checkText("learnerText", learnerText);
        RequestChecks.checkText("replyText", replyText);
        RequestChecks.checkInstant("occurredAt", occurredAt, now);
        RequestChecks.checkDuration(durationMs);
        LanguageTag.check(language);
        RequestChecks.checkWordTimings(wordTimings);
        if (audio != null
                && (audio.contains(null)
                        || !SIDES.containsAll(audio)
                        || Set.copyOf(audio).size() < audio.size())) {
            throw new InvalidRequest("audio", "audio may name learner and reply, each once");
        }
        RequestChecks.checkMetadata(metadata);
        return this;
    }

    /// The canonical JSON, whose length counts as the turn's size.
    private byte[] canonicalBytes() {
        byte[] canonical = CanonicalJson.toBytes(this);
        if (canonical.length > MAX_TURN_BYTES) {
            throw new RequestTooLarge(MAX_TURN_BYTES);
        }
        return canonical;
    }

    private NewTurn withCompactMetadata() {
        return new NewTurn(
                learnerText, replyText, occurredAt, durationMs, language, wordTimings, audio, CompactJson.of(metadata));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
