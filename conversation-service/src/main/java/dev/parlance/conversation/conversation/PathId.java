package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as they stand in a path.
public final class PathId {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

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

    private static Optional<UUID> parsed(String id) {
        return id != null && UUID_FORM.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
