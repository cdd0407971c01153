package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.recording.Sha256;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The announcement of an upload.
///
/// @param sha256 of the bytes, 64 hexadecimal digits
record NewUpload(String contentType, Long sizeBytes, String sha256) {
    private static final String ACCEPTED_TYPES =
            Arrays.stream(AudioFormat.values()).map(AudioFormat::contentType).collect(Collectors.joining(", "));

    /// @throws InvalidRequest if the type is not accepted
    AudioFormat format() {
        return format(contentType);
    }

    static AudioFormat format(String contentType) {
        return AudioFormat.ofContentType(contentType)
                .orElseThrow(() -> new InvalidRequest("contentType", "contentType must be one of " + ACCEPTED_TYPES));
    }

    /// @throws InvalidRequest if it is missing or not positive
    /// @throws AudioTooLarge  if it exceeds the limit
    long size(long maxBytes) {
        if (sizeBytes == null || sizeBytes < 1) {
            throw new InvalidRequest("sizeBytes", "sizeBytes must be a positive number of bytes");
        }
        if (sizeBytes > maxBytes) {
            throw new AudioTooLarge(maxBytes);
        }
        return sizeBytes;
    }

    byte[] checksum() {
        return Sha256.parse(sha256);
    }
}
