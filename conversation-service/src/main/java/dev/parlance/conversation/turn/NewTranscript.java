package dev.parlance.conversation.turn;

import dev.parlance.contract.WordTiming;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.LanguageTag;
import java.time.Instant;
import java.util.List;

/// What somebody has heard a learner say: a client, or a provider that was asked to listen.
///
/// @param text       empty where nothing was heard
/// @param language   BCP 47; left out: the turn's
/// @param confidence 0 to 1
public record NewTranscript(String text, String language, List<WordTiming> wordTimings, Double confidence) {
    /// @throws dev.parlance.kit.problem.DomainProblem with the first field that breaks the contract
    void check() {
        if (text == null) {
            throw new InvalidRequest("text", "A transcript needs a text; empty where nothing was heard");
        }
        NewTurn.checkText("text", text);
        LanguageTag.check(language);
        NewTurn.checkTimings(wordTimings);
        NewTurn.checkConfidence("confidence", confidence);
    }

    Transcript heardIn(Turn turn, long revision, Instant now) {
        return new Transcript(
                revision, text, language == null ? turn.language() : language, wordTimings, confidence, now);
    }
}
