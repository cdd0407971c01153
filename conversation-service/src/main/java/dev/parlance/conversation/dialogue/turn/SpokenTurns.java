package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// What the areas audio and speech read of the table `turn`: whether a turn exists, which audio its client announced,
/// and whether its learner's text is still missing.
@ApplicationScoped
public class SpokenTurns {
    private static final String TEXT_IS_MISSING =
            "coalesce(btrim(learner_text), '') = '' and transcript_revision is null";

    private final Jdbi jdbi;

    SpokenTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A turn whose learner's text is missing.
    ///
    /// @param language BCP 47, as recorded with the turn
    public record TurnWithoutText(ConversationId conversation, String language) {}

    /// Locks the turn until the transaction ends: its audio and its transcript are changed under this lock only.
    ///
    /// @return false if this conversation has no such turn
    @Transactional(TxType.MANDATORY)
    public boolean lock(String tenant, ConversationId conversation, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select true from turn where tenant = :tenant and id = :turn and conversation_id = :conversation
                        for no key update
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .bind("conversation", conversation.value())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    /// The sides (`learner`, `reply`) whose audio the client announced with the turn; empty if there is no such turn.
    public Optional<List<String>> findAnnouncedSides(String tenant, ConversationId conversation, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(audio, '') from turn
                        where tenant = :tenant and id = :turn and conversation_id = :conversation
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .bind("conversation", conversation.value())
                .mapTo(String.class)
                .findOne()
                .map(Turns::splitSides));
    }

    /// The turn, if neither its client nor a transcript has given the learner's text; empty otherwise.
    public Optional<TurnWithoutText> findWithoutText(String tenant, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("select conversation_id, language from turn "
                        + "where tenant = :tenant and id = :turn and " + TEXT_IS_MISSING)
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .map((row, _) ->
                        new TurnWithoutText(new ConversationId(row.getObject(1, UUID.class)), row.getString(2)))
                .findOne());
    }

    /// Whether the learner's text is still missing. The turn stays locked until the transaction ends, so that nobody
    /// adds a text meanwhile.
    @Transactional(TxType.MANDATORY)
    public boolean lockIfTextMissing(String tenant, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + TEXT_IS_MISSING
                        + " from turn where tenant = :tenant and id = :turn for no key update")
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }
}
