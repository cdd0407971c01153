package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.Optional;
import java.util.UUID;

/// Ids as they stand in a path.
public final class PathId {
    private PathId() {}

    /// An id under which the client wants to make something.
    ///
    /// @throws InvalidRequest if it is no UUID
    public static UUID made(String field, String id) {
        return parsed(id).orElseThrow(() -> new InvalidRequest(field, field + " must be a UUID"));
    }

    /// The conversation that the client speaks of.
    ///
    /// @throws UnknownConversation if no conversation can have this id
    public static ConversationId conversation(String id) {
        return parsed(id).map(ConversationId::new).orElseThrow(() -> new UnknownConversation(id));
    }

    /// The turn that the client speaks of; nothing if no turn can have this id.
    public static Optional<TurnId> turn(String id) {
        return parsed(id).map(TurnId::new);
    }

    /// The JDK takes more forms than the usual one; only what reads back as it was written is in it.
    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString).filter(uuid -> uuid.toString()
                    .equalsIgnoreCase(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
