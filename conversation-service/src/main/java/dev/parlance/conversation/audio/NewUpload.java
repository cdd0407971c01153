package dev.parlance.conversation.audio;

import dev.parlance.conversation.sound.SoundFormat;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a client is about to store.
///
/// @param sha256 of the bytes, 64 hexadecimal digits
public record NewUpload(String contentType, Long sizeBytes, String sha256) {
    private static final String TAKEN =
            Arrays.stream(SoundFormat.values()).map(SoundFormat::contentType).collect(Collectors.joining(", "));

    /// @throws InvalidRequest if it is no sound that is taken
    SoundFormat format() {
        return format(contentType);
    }

    static SoundFormat format(String contentType) {
        return SoundFormat.ofContentType(contentType)
                .orElseThrow(() -> new InvalidRequest("contentType", "contentType must be one of " + TAKEN));
    }

    /// @throws InvalidRequest if it is missing or not positive
    /// @throws AudioTooLarge  if it is more than is taken
    long size(long most) {
        if (sizeBytes == null || sizeBytes < 1) {
            throw new InvalidRequest("sizeBytes", "sizeBytes must be a positive number of bytes");
        }
        if (sizeBytes > most) {
            throw new AudioTooLarge(most);
        }
        return sizeBytes;
    }

    byte[] checksum() {
        return Sha256.parsed(sha256);
    }
}
