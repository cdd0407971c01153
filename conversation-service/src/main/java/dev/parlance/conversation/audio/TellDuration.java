package dev.parlance.conversation.audio;

import dev.parlance.conversation.turn.TimeTranscript;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A learner's sound is there, perhaps later than what was heard in it: the turn's transcript learns how long it
/// took, in the transaction that made the sound available.
@ApplicationScoped
class TellDuration {
    private final TimeTranscript timeTranscript;

    TellDuration(TimeTranscript timeTranscript) {
        this.timeTranscript = timeTranscript;
    }

    void tell(@Observes SoundAvailable sound) {
        Place place = sound.place();
        if (place.side() == Side.LEARNER) {
            timeTranscript.time(place.tenant(), place.conversation(), place.turn());
        }
    }
}
