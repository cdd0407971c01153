package dev.parlance.analysis.analyzer;

import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import java.time.Duration;

/// The texts of one exchange, from a turn or from a request.
///
/// @param language        BCP 47; `und` where there is none; null: it is to be detected
/// @param learnerText     empty where the learner said nothing
/// @param replyText       empty where the partner said nothing
/// @param languageTimeout how long to wait for a language that is being loaded before the fallback rules read it
public record TextToAnalyze(
        String tenant, String language, String learnerText, String replyText, Duration languageTimeout) {
    public TextToAnalyze {
        learnerText = learnerText == null ? "" : learnerText;
        replyText = replyText == null ? "" : replyText;
    }

    static TextToAnalyze of(TurnRecorded turn, Duration languageTimeout) {
        return new TextToAnalyze(turn.tenant(), turn.language(), turn.learnerText(), turn.replyText(), languageTimeout);
    }
}
