package dev.parlance.conversation.speech.synthesis;

import dev.parlance.conversation.speech.cache.SpeechRequest;
import dev.parlance.conversation.speech.cache.Speeches;
import dev.parlance.conversation.speech.cache.Speeches.SpeechLock;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Takes the lock of a speech and charges its tenant, in one transaction.
@ApplicationScoped
class AcquireSpeechLock {
    private final Speeches speeches;
    private final SpeechBudgets budgets;

    AcquireSpeechLock(Speeches speeches, SpeechBudgets budgets) {
        this.speeches = speeches;
        this.budgets = budgets;
    }

    /// Conversion is free.
    ///
    /// @return empty if another holds the lock, or if the speech is made
    /// @throws SpeechBudgetSpent if the tenant's budget does not suffice
    @Transactional
    Optional<SpeechLock> acquire(SpeechRequest request) {
        Optional<SpeechLock> lock = speeches.acquireLock(request, NewId.random());
        if (lock.isPresent() && !request.needsConversion()) {
            budgets.spend(request.tenant(), request.utterance().characters());
        }
        return lock;
    }

    /// Releases the lock of a speech that was not synthesized, and refunds it.
    @Transactional
    void release(SpeechRequest request, SpeechLock lock) {
        speeches.deleteUnmade(request.hash(), lock.id());
        refund(request);
    }

    @Transactional
    void refund(SpeechRequest request) {
        if (!request.needsConversion()) {
            budgets.refund(request.tenant(), request.utterance().characters());
        }
    }
}
