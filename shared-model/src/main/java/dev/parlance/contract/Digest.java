package dev.parlance.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digests from which ids are derived and by which request bodies are compared. Each use clones one prototype,
/// because a look-up in the security providers costs far more.
public enum Digest {
    SHA_1("SHA-1"),
    SHA_256("SHA-256");

    @SuppressWarnings("ImmutableEnumChecker") // it is cloned and never updated
    private final MessageDigest prototype;

    Digest(String algorithm) {
        try {
            prototype = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    /// The digest of the concatenated parts.
    public byte[] of(byte[]... parts) {
        MessageDigest digest = newDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /// A new instance for several digests in a row. It is not thread-safe.
    public MessageDigest newDigest() {
        try {
            return (MessageDigest) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's own digests can be copied", impossible);
        }
    }
}
