package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;
import java.time.Duration;

/// What is looked at: texts of one exchange, whoever sent them.
///
/// @param language    BCP 47; `und` where there is none; null: it is to be detected
/// @param learnerText empty where the learner said nothing
/// @param replyText   empty where the partner said nothing
/// @param patience    how long a language may be waited for before a stand-in reads it
record Said(String tenant, String language, String learnerText, String replyText, Duration patience) {
    Said {
        learnerText = learnerText == null ? "" : learnerText;
        replyText = replyText == null ? "" : replyText;
    }

    static Said in(TurnRecorded turn, Duration patience) {
        return new Said(turn.tenant(), turn.language(), turn.learnerText(), turn.replyText(), patience);
    }
}
