package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.event.ConversationEvent.ConversationStarted;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.TurnSequence.ConversationAttributes;
import dev.parlance.conversation.dialogue.http.CanonicalJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;

/// One conversation between a learner and a partner: a row of the table `conversation`.
///
/// @param sequence what turns and ends change; [Conversations#tryLockForTurns] loads it alone
/// @param metadata JSON as the client sent it
/// @param sentHash of the body that started it, see [#hasSameBody]
@SuppressWarnings("ArrayRecordComponent")
public record Conversation(
        TurnSequence sequence, String scenarioId, String metadata, Instant startedAt, byte[] sentHash) {

    /// @param id unique within the tenant
    public record Key(String tenant, UUID id) {}

    /// A conversation that starts now.
    ///
    /// @param sent validated before
    static Conversation start(String tenant, ConversationId id, NewConversation sent, String learnerId, Instant now) {
        var attributes = new ConversationAttributes(
                new Learner(tenant, learnerId),
                id,
                learnerId.startsWith(NewConversation.GUEST_PREFIX),
                sent.channel() == null ? "app" : sent.channel(),
                sent.language() == null ? "und" : sent.language(),
                ZoneId.of(sent.timeZone() == null ? "UTC" : sent.timeZone()),
                sent.module());
        return new Conversation(
                TurnSequence.first(attributes, now),
                sent.scenarioId(),
                sent.metadata() == null ? "{}" : sent.metadata().toString(),
                sent.startedAt() == null ? now : sent.startedAt(),
                hash(sent));
    }

    /// Whether the client sent exactly this body to start it.
    boolean hasSameBody(NewConversation sent) {
        return Arrays.equals(sentHash, hash(sent));
    }

    private static byte[] hash(NewConversation sent) {
        return CanonicalJson.hash(CanonicalJson.toBytes(sent));
    }

    public ConversationStarted startedEvent() {
        ConversationAttributes attributes = attributes();
        return new ConversationStarted(
                attributes.learner().tenant(),
                attributes.learner().id(),
                attributes.guest(),
                attributes.id(),
                attributes.channel(),
                attributes.language(),
                attributes.timeZone().getId(),
                attributes.module(),
                scenarioId,
                startedAt);
    }

    ConversationId id() {
        return attributes().id();
    }

    ConversationAttributes attributes() {
        return sequence.attributes();
    }
}
