package dev.parlance.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digests from which ids are derived and by which bodies are compared. Each is a copy of one that was looked up
/// once: asking all providers again costs far more.
public enum Digest {
    SHA_1("SHA-1"),
    SHA_256("SHA-256");

    @SuppressWarnings("ImmutableEnumChecker") // it is copied and never fed
    private final MessageDigest prototype;

    Digest(String algorithm) {
        try {
            prototype = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    /// The digest of these parts, one behind the other.
    public byte[] of(byte[]... parts) {
        MessageDigest digest = begin();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /// One of the caller's own, for many digests in a row; of one thread alone.
    public MessageDigest begin() {
        try {
            return (MessageDigest) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's own digests can be copied", impossible);
        }
    }
}
