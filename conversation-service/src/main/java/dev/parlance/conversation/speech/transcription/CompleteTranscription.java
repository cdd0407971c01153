package dev.parlance.conversation.speech.transcription;

import dev.parlance.conversation.dialogue.transcript.NewTranscript;
import dev.parlance.conversation.dialogue.transcript.RecordTranscript;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Stores a transcription in its turn and completes the job, in one transaction. A transcript that a client sent
/// meanwhile is kept, and a worker that has lost its claim writes nothing.
@ApplicationScoped
class CompleteTranscription {
    private final Transcriptions transcriptions;
    private final SpokenTurns turns;
    private final RecordTranscript recordTranscript;

    CompleteTranscription(Transcriptions transcriptions, SpokenTurns turns, RecordTranscript recordTranscript) {
        this.transcriptions = transcriptions;
        this.turns = turns;
        this.recordTranscript = recordTranscript;
    }

    /// @throws dev.parlance.kit.problem.DomainProblem if the transcript is not valid in a turn, such as too long
    @Transactional
    void complete(Transcription job, UUID claim, TranscriptionResult result) {
        if (transcriptions.complete(job.id(), claim) && turns.lockIfTextMissing(job.tenant(), job.turn())) {
            String language = job.isUndetermined() ? result.language() : null;
            var _ = recordTranscript.record(
                    job.tenant(),
                    job.conversation(),
                    job.turn(),
                    new NewTranscript(result.text(), language, result.timings(), result.confidence()),
                    null);
        }
    }
}
