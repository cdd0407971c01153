package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.kit.time.NewId;
import java.time.Instant;
import java.util.Map;

/// Keys and metadata of recordings in S3.
final class AudioKeys {
    /// The prefix of all recordings.
    static final String RAW_PREFIX = "raw/";

    private AudioKeys() {}

    /// A key that was never used: not every S3 refuses a second write.
    static String newKey(TurnSide turnSide, AudioFormat format) {
        return "%s%s/%s-%s-%s.%s"
                .formatted(
                        RAW_PREFIX,
                        turnSide.conversation(),
                        turnSide.turn(),
                        turnSide.side().wireName(),
                        NewId.random().toString().replace("-", ""),
                        format.extension());
    }

    /// Identifies an object whose row is gone.
    static Map<String, String> metadata(TurnSide turnSide, AudioFormat format, Instant at) {
        return Map.of(
                "tenant", turnSide.tenant(),
                "conversation-id", turnSide.conversation().toString(),
                "turn-id", turnSide.turn().toString(),
                "side", turnSide.side().wireName(),
                "timestamp", at.toString(),
                "content-type", format.contentType());
    }
}
