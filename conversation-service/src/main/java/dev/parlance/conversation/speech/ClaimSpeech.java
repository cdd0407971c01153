package dev.parlance.conversation.speech;

import dev.parlance.conversation.speech.Speeches.Claim;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Somebody wants to make a speech: he gets the right to it and its tenant pays, or neither.
@ApplicationScoped
class ClaimSpeech {
    private final Speeches speeches;
    private final SpeechBudgets budgets;

    ClaimSpeech(Speeches speeches, SpeechBudgets budgets) {
        this.speeches = speeches;
        this.budgets = budgets;
    }

    /// To convert is free.
    ///
    /// @return nothing if another makes it, or if it is there
    /// @throws SpeechBudgetSpent if the tenant has no more
    @Transactional
    Optional<Claim> claim(SpeechOrder order) {
        Optional<Claim> claim = speeches.claim(order, NewId.random());
        if (claim.isPresent() && !order.isConverted()) {
            budgets.spend(order.tenant(), order.utterance().characters());
        }
        return claim;
    }

    /// Nothing was spoken, and nothing is paid.
    @Transactional
    void withdraw(SpeechOrder order, Claim claim) {
        speeches.forget(order.hash(), claim.id());
        giveBack(order);
    }

    @Transactional
    void giveBack(SpeechOrder order) {
        if (!order.isConverted()) {
            budgets.giveBack(order.tenant(), order.utterance().characters());
        }
    }
}
