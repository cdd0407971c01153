package dev.parlance.conversation.transcription;

import dev.parlance.conversation.turn.NewTranscript;
import dev.parlance.conversation.turn.TranscribeTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// An endpoint has heard what a learner said: the turn learns it and the job is done, or neither. What a client has
/// said of the turn meanwhile counts for more, and whoever has lost the job says nothing.
@ApplicationScoped
class TellTranscript {
    private final Transcriptions transcriptions;
    private final TranscribeTurn transcribeTurn;

    TellTranscript(Transcriptions transcriptions, TranscribeTurn transcribeTurn) {
        this.transcriptions = transcriptions;
        this.transcribeTurn = transcribeTurn;
    }

    /// @throws dev.parlance.kit.problem.DomainProblem if no turn can hold it: it is too long
    @Transactional
    void tell(Transcription job, UUID claim, Heard heard) {
        if (transcriptions.complete(job.id(), claim) && transcriptions.isWanted(job)) {
            String language = job.isUndetermined() ? heard.language() : null;
            var _ = transcribeTurn.transcribe(
                    job.tenant(),
                    job.conversation(),
                    job.turn(),
                    new NewTranscript(heard.text(), language, heard.timings(), heard.confidence()),
                    null);
        }
    }
}
