package dev.parlance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids of what is derived from something else: the same origin gives the same id, which is what makes redelivery
/// harmless. UUID version 5 of RFC 9562, section 5.5 (SHA-1 of a namespace and a name).
public final class DerivedId {
    private static final UUID PARLANCE = UUID.fromString("6f0d4d1e-5a51-5cb4-9a3c-2d2f1b7b7a10");
    private static final MessageDigest SHA1 = prototype();

    private DerivedId() {}

    /// The id of the thing that these parts name, in this order.
    public static UUID of(Object... parts) {
        var name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('\n');
        }
        return of(PARLANCE, name.toString());
    }

    /// The UUIDv5 of a name within a namespace.
    public static UUID of(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /// A copy costs a tenth of asking all providers again.
    private static MessageDigest sha1() {
        try {
            return (MessageDigest) SHA1.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's own digests can be copied", impossible);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
