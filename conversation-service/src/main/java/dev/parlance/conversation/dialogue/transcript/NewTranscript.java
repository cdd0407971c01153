package dev.parlance.conversation.dialogue.transcript;

import dev.parlance.contract.event.WordTiming;
import dev.parlance.conversation.dialogue.http.RequestChecks;
import dev.parlance.conversation.dialogue.turn.Transcript;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.kit.http.LanguageTag;
import dev.parlance.kit.problem.InvalidRequest;
import java.time.Instant;
import java.util.List;

/// A transcript of the learner's speech, from a client or from a transcription provider.
///
/// @param text       empty if no speech was recognized
/// @param language   BCP 47; null for the turn's
/// @param confidence 0 to 1
public record NewTranscript(String text, String language, List<WordTiming> wordTimings, Double confidence) {
    /// @throws dev.parlance.kit.problem.DomainProblem for the first field that breaks the contract
    void validate() {
        if (text == null) {
            throw new InvalidRequest("text", "A transcript needs a text; empty where nothing was heard");
        }
        RequestChecks.checkText("text", text);
        LanguageTag.check(language);
        RequestChecks.checkWordTimings(wordTimings);
        RequestChecks.checkConfidence("confidence", confidence);
    }

    Transcript toTranscript(Turn turn, long revision, Instant now) {
        return new Transcript(
                revision, text, language == null ? turn.language() : language, wordTimings, confidence, now);
    }
}
