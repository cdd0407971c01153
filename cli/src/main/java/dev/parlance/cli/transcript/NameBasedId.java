package dev.parlance.cli.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        ByteBuffer hash = ByteBuffer.wrap(sha1(namespace, name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(UUID namespace, byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            return digest.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
