package dev.parlance.contract.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.Digest;
import java.nio.ByteBuffer;
import java.util.UUID;

/// Ids derived from other values: the same values give the same id, so that redelivery is harmless. UUID version 5 of
/// RFC 9562, section 5.5 (SHA-1 of a namespace and a name).
public final class DerivedId {
    private static final UUID NAMESPACE = UUID.fromString("6f0d4d1e-5a51-5cb4-9a3c-2d2f1b7b7a10");

    private DerivedId() {}

    /// The id derived from these parts, in this order.
    public static UUID of(Object... parts) {
        var name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('\n');
        }
        return of(NAMESPACE, name.toString());
    }

    /// The UUIDv5 of a name within a namespace.
    public static UUID of(UUID namespace, String name) {
        byte[] within = ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array();
        ByteBuffer hash = ByteBuffer.wrap(Digest.SHA_1.of(within, name.getBytes(UTF_8)));
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
