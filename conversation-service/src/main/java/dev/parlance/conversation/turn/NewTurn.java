package dev.parlance.conversation.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.Text;
import dev.parlance.contract.TurnId;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.conversation.Bodies;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.LanguageTag;
import dev.parlance.kit.problem.RequestTooLarge;
import dev.parlance.kit.problem.TextTooLong;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a client says of one exchange.
///
/// @param durationMs milliseconds of the learner's speech
/// @param audio      the sides whose sound will be uploaded: `learner`, `reply`
public record NewTurn(
        String learnerText,
        String replyText,
        Instant occurredAt,
        Integer durationMs,
        String language,
        List<WordTiming> wordTimings,
        List<String> audio,
        JsonNode metadata) {
    private static final int LONGEST_TEXT = 8_000;
    private static final int MOST_TIMINGS = 1_000;
    private static final int LARGEST_TURN = 256 << 10;
    private static final Set<String> SIDES = Set.of("learner", "reply");

    /// A turn under the id that it was sent with, checked.
    ///
    /// @param hash of what was said: the same body has the same hash
    @SuppressWarnings("ArrayRecordComponent") // compared by Turn.says()
    record Sent(TurnId id, NewTurn said, byte[] hash) {
        Instant occurredAt(Instant now) {
            return said.occurredAt() == null ? now : said.occurredAt();
        }
    }

    /// @throws dev.parlance.kit.problem.DomainProblem with the first field that breaks the contract
    Sent sentAs(TurnId id, Instant now) {
        return new Sent(id, checked(now), hash());
    }

    private NewTurn checked(Instant now) {
        if (isBlank(learnerText) && isBlank(replyText) && (audio == null || audio.isEmpty())) {
            throw new InvalidRequest("learnerText", "A turn needs a learnerText, a replyText or audio");
        }
        checkText("learnerText", learnerText);
        checkText("replyText", replyText);
        Bodies.checkInstant("occurredAt", occurredAt, now);
        if (durationMs != null && durationMs < 0) {
            throw new InvalidRequest("durationMs", "durationMs must not be negative");
        }
        LanguageTag.check(language);
        checkTimings(wordTimings);
        if (audio != null
                && (audio.contains(null)
                        || !SIDES.containsAll(audio)
                        || Set.copyOf(audio).size() < audio.size())) {
            throw new InvalidRequest("audio", "audio may name learner and reply, each once");
        }
        Bodies.checkMetadata(metadata);
        return this;
    }

    /// What was said, in one form; also the turn's size.
    private byte[] hash() {
        byte[] canonical = Bodies.canonical(this);
        if (canonical.length > LARGEST_TURN) {
            throw new RequestTooLarge(LARGEST_TURN);
        }
        return Bodies.hash(canonical);
    }

    static void checkTimings(List<WordTiming> wordTimings) {
        if (wordTimings == null) {
            return;
        }
        if (wordTimings.size() > MOST_TIMINGS) {
            throw new InvalidRequest("wordTimings", "wordTimings has more than 1000 entries", MOST_TIMINGS);
        }
        for (WordTiming timing : wordTimings) {
            if (timing == null || timing.word() == null || timing.startMs() < 0 || timing.endMs() < timing.startMs()) {
                throw new InvalidRequest("wordTimings", "Each of wordTimings needs a word and 0 ≤ startMs ≤ endMs");
            }
            checkText("wordTimings", timing.word());
            checkConfidence("wordTimings", timing.confidence());
        }
    }

    static void checkConfidence(String field, Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new InvalidRequest(field, "A confidence lies between 0 and 1");
        }
    }

    static void checkText(String field, String text) {
        if (text == null) {
            return;
        }
        if (!Text.isStorable(text)) {
            throw new BadText(field);
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new TextTooLong(field, LONGEST_TEXT);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
