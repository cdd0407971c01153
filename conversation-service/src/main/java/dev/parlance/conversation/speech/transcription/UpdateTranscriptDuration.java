package dev.parlance.conversation.speech.transcription;

import dev.parlance.conversation.audio.recording.AudioAvailable;
import dev.parlance.conversation.audio.recording.Side;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.conversation.dialogue.transcript.RefreshTranscriptDuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Updates the duration in the turn's transcript when learner audio becomes available after it, in the transaction
/// that makes the audio available.
@ApplicationScoped
class UpdateTranscriptDuration {
    private final RefreshTranscriptDuration refreshDuration;

    UpdateTranscriptDuration(RefreshTranscriptDuration refreshDuration) {
        this.refreshDuration = refreshDuration;
    }

    void update(@Observes AudioAvailable audio) {
        TurnSide turnSide = audio.turnSide();
        if (turnSide.side() == Side.LEARNER) {
            refreshDuration.refresh(turnSide.tenant(), turnSide.conversation(), turnSide.turn());
        }
    }
}
