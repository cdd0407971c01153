package dev.parlance.cli.transcript;

import dev.parlance.contract.DerivedId;
import java.util.UUID;

/// Ids that follow from a file's own words, so that a second import of it meets what the first one left.
///
/// All are UUIDs of version 5 (RFC 9562, SHA-1 over namespace and name):
///
/// | of | namespace | name |
/// |---|---|---|
/// | a conversation | [#TRANSCRIPTS] | `learnerId/id`, as the file has them; `/id` for a guest |
/// | a turn | the conversation's UUID | its place in the conversation: `0`, `1`, … |
///
/// Changing any of this would import everybody's transcripts a second time.
public final class NameBasedId {
    /// The version 5 UUID of `transcripts.parlance.dev` in the namespace of DNS names.
    static final UUID TRANSCRIPTS = UUID.fromString("e908e8db-f968-542d-8880-542d321547cd");

    private NameBasedId() {}

    /// A learner id holds no slash, so two conversations share a name only if they share both parts.
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
