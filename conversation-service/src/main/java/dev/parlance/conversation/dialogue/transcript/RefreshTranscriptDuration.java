package dev.parlance.conversation.dialogue.transcript;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.PublishedTurns;
import dev.parlance.conversation.dialogue.turn.Transcript;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.conversation.dialogue.turn.Turns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/// Updates the duration of a transcript when the turn's audio becomes available after it, and publishes the transcript
/// again under a greater revision. The figures of its day are then the same as if the audio had come first.
@ApplicationScoped
public class RefreshTranscriptDuration {
    private final Turns turns;
    private final SpeechDuration speechDuration;
    private final PublishedTurns publishedTurns;
    private final Outbox outbox;
    private final Clock clock;

    RefreshTranscriptDuration(
            Turns turns, SpeechDuration speechDuration, PublishedTurns publishedTurns, Outbox outbox, Clock clock) {
        this.turns = turns;
        this.speechDuration = speechDuration;
        this.publishedTurns = publishedTurns;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Reads the turn's audio as it stands in the caller's transaction. A turn without a transcript stays as it is:
    /// its transcript will be stored with the duration.
    @Transactional(TxType.MANDATORY)
    public void refresh(String tenant, ConversationId conversation, TurnId id) {
        Turn turn = turns.findForUpdate(tenant, conversation, id).orElseThrow(() -> new UnknownTurn(id.toString()));
        Transcript transcript = turn.transcript();
        if (transcript == null) {
            return;
        }
        long revision = Revision.after(transcript.revision(), clock.instant());
        OptionalInt millis = speechDuration.findMillis(tenant, id);
        if (turns.updateTranscriptDuration(turn.key(), revision, millis)) {
            outbox.append(List.of(publishedTurns.getTranscribedEvent(turn.key())));
        }
    }
}
