package dev.parlance.conversation.speech.transcription;

import dev.parlance.contract.id.DerivedId;
import dev.parlance.conversation.audio.recording.AudioAvailable;
import dev.parlance.conversation.audio.recording.Side;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Enqueues a transcription for learner audio without text, in the transaction that makes the audio available.
/// Without an endpoint nothing is enqueued, also not later.
@ApplicationScoped
class EnqueueTranscription {
    private final Transcriptions transcriptions;
    private final SpokenTurns turns;
    private final TranscriptionEndpoint endpoint;

    EnqueueTranscription(Transcriptions transcriptions, SpokenTurns turns, TranscriptionEndpoint endpoint) {
        this.transcriptions = transcriptions;
        this.turns = turns;
        this.endpoint = endpoint;
    }

    void enqueue(@Observes AudioAvailable audio) {
        if (endpoint.isConfigured() && audio.turnSide().side() == Side.LEARNER) {
            turns.findWithoutText(audio.turnSide().tenant(), audio.turnSide().turn())
                    .ifPresent(turn ->
                            transcriptions.enqueue(DerivedId.of("transcription", audio.key()), audio, turn.language()));
        }
    }
}
