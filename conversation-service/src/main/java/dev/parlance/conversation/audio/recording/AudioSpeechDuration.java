package dev.parlance.conversation.audio.recording;

import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.transcript.SpeechDuration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;

/// Reads the duration of a learner's speech from the table `audio`.
@ApplicationScoped
class AudioSpeechDuration implements SpeechDuration {
    private final Jdbi jdbi;

    AudioSpeechDuration(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Audio that expired at the end of its retention still counts. Otherwise a turn's duration, and with it the
    /// figures of its day, would depend on when it is read.
    @Override
    public OptionalInt findMillis(String tenant, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select duration_ms from audio
                        where tenant = :tenant and turn_id = :turn and side = 'learner' and class = 'raw'
                          and duration_ms is not null
                          and (state = 'available'
                               or state = 'expired' and reason in ('retention', 'object-missing'))
                        order by uploaded_at desc, key limit 1
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }
}
