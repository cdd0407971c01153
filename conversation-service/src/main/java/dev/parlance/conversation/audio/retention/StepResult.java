package dev.parlance.conversation.audio.retention;

import dev.parlance.conversation.audio.retention.Sweep.SweepCounts;
import dev.parlance.conversation.audio.retention.Sweep.SweepLimits;
import dev.parlance.conversation.audio.retention.Sweep.SweepPhase;
import dev.parlance.conversation.audio.retention.Sweep.SweepSurvey;
import java.util.Locale;

/// The outcome of one step of a sweep.
sealed interface StepResult {
    /// The step removed something, or counted it.
    ///
    /// @param nextPhase null after the last step
    record Progress(SweepCounts counts, SweepPhase nextPhase, String lastKey) implements StepResult {}

    /// The step counted what would be removed.
    ///
    /// @param more    what this step counted
    /// @param lastKey empty after the last page
    /// @param limits  what may be removed; null before the last page
    record Surveyed(SweepSurvey more, String lastKey, SweepLimits limits) implements StepResult {}

    /// The step removed nothing, and the sweep ends.
    ///
    /// @param message for the operator, with the way out
    record Refused(RefusalCause cause, String message) implements StepResult {}

    /// Why a sweep was refused. The wire name is the constant in lower case.
    enum RefusalCause {
        /// The bucket is not this installation's own.
        BUCKET,
        /// Too large a share would be removed.
        SHARE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
