package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.HexFormat;

/// A checksum as clients write it: 64 hexadecimal digits.
final class Sha256 {
    private static final int DIGITS = 64;

    private Sha256() {}

    /// @throws InvalidRequest if it is none
    static byte[] parsed(String text) {
        if (text != null && text.length() == DIGITS) {
            try {
                return HexFormat.of().parseHex(text);
            } catch (IllegalArgumentException e) {
                // answered below, like a missing one
            }
        }
        throw new InvalidRequest("sha256", "sha256 must be 64 hexadecimal digits");
    }

    static String text(byte[] checksum) {
        return HexFormat.of().formatHex(checksum);
    }
}
