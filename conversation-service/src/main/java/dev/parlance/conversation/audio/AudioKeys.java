package dev.parlance.conversation.audio;

import dev.parlance.conversation.sound.SoundFormat;
import dev.parlance.kit.time.NewId;
import java.time.Instant;
import java.util.Map;

/// Where sound stands in the store, and what is written on it there.
final class AudioKeys {
    /// Before every object that is sound as it was recorded.
    static final String RAW = "raw/";

    private AudioKeys() {}

    /// One that no object has ever had: no store is trusted to refuse a second writing.
    static String fresh(Place place, SoundFormat format) {
        return "%s%s/%s-%s-%s.%s"
                .formatted(
                        RAW,
                        place.conversation(),
                        place.turn(),
                        place.side().wire(),
                        NewId.random().toString().replace("-", ""),
                        format.extension());
    }

    /// For whoever finds the object and not its row.
    static Map<String, String> metadata(Place place, SoundFormat format, Instant at) {
        return Map.of(
                "tenant", place.tenant(),
                "conversation-id", place.conversation().toString(),
                "turn-id", place.turn().toString(),
                "side", place.side().wire(),
                "timestamp", at.toString(),
                "content-type", format.contentType());
    }
}
