package dev.parlance.conversation.audio.recording;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.HexFormat;

/// A checksum as clients write it: 64 hexadecimal digits.
public final class Sha256 {
    private static final int HEX_DIGITS = 64;

    private Sha256() {}

    /// @throws InvalidRequest if it is not 64 hexadecimal digits
    public static byte[] parse(String text) {
        if (text != null && text.length() == HEX_DIGITS) {
            try {
                return HexFormat.of().parseHex(text);
            } catch (IllegalArgumentException e) {
                // refused below, like a missing one
            }
        }
        throw new InvalidRequest("sha256", "sha256 must be 64 hexadecimal digits");
    }

    public static String toHex(byte[] checksum) {
        return HexFormat.of().formatHex(checksum);
    }
}
