package dev.parlance.cli.importing;

import dev.parlance.contract.id.DerivedId;
import java.util.UUID;

/// Ids that are computed from the content of a file, so that a second import finds what the first has created.
///
/// All are UUIDs of version 5 (RFC 9562, SHA-1 over namespace and name):
///
/// | of | namespace | name |
/// |---|---|---|
/// | a conversation | [#TRANSCRIPTS] | `learnerId/id`, as the file has them; `/id` for a guest |
/// | a turn | the conversation's UUID | its index in the conversation: `0`, `1`, … |
///
/// With other ids, a repeated import would create every conversation a second time.
public final class NameBasedId {
    /// The version 5 UUID of `transcripts.parlance.dev` in the namespace of DNS names.
    static final UUID TRANSCRIPTS = UUID.fromString("e908e8db-f968-542d-8880-542d321547cd");

    private NameBasedId() {}

    /// A learner id contains no slash: two names are equal only if both parts are.
    public static UUID ofConversation(String learnerId, String id) {
        return of(TRANSCRIPTS, learnerId + "/" + id);
    }

    static UUID ofTurn(UUID conversation, int index) {
        return of(conversation, Integer.toString(index));
    }

    static UUID of(UUID namespace, String name) {
        return DerivedId.of(namespace, name);
    }
}
