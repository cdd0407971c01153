package dev.parlance.conversation.transcription;

import dev.parlance.contract.DerivedId;
import dev.parlance.conversation.audio.Side;
import dev.parlance.conversation.audio.SoundAvailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A learner's sound is there and says nothing yet in writing: make a job of it, in the transaction that made the
/// sound available. Without an endpoint there is none, and sound from before one was set stays as it is.
@ApplicationScoped
class AskForTranscript {
    private final Transcriptions transcriptions;
    private final TranscriptionEndpoint endpoint;

    AskForTranscript(Transcriptions transcriptions, TranscriptionEndpoint endpoint) {
        this.transcriptions = transcriptions;
        this.endpoint = endpoint;
    }

    void ask(@Observes SoundAvailable sound) {
        if (endpoint.isSet() && sound.place().side() == Side.LEARNER) {
            var _ = transcriptions.add(DerivedId.of("transcription", sound.key()), sound);
        }
    }
}
