package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.UuidText;
import java.util.Optional;
import java.util.UUID;

/// Reads ids from paths.
public final class PathId {
    private PathId() {}

    /// The id that the client chose for a new resource.
    ///
    /// @throws InvalidRequest if it is not a UUID
    public static UUID requireUuid(String field, String id) {
        return UuidText.parse(id).orElseThrow(() -> new InvalidRequest(field, field + " must be a UUID"));
    }

    /// The id of an existing conversation.
    ///
    /// @throws UnknownConversation if no conversation can have this id
    public static ConversationId conversationId(String id) {
        return UuidText.parse(id).map(ConversationId::new).orElseThrow(() -> new UnknownConversation(id));
    }

    /// The id of an existing turn; empty if no turn can have this id.
    public static Optional<TurnId> turnId(String id) {
        return UuidText.parse(id).map(TurnId::new);
    }
}
