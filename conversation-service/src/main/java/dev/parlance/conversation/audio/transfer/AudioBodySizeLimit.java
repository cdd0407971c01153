package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.kit.http.BodySizeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Uploads of audio may be larger than other requests.
@ApplicationScoped
class AudioBodySizeLimit implements BodySizeLimit {
    private static final Pattern AUDIO_PATH = Pattern.compile("/v1/conversations/[^/]+/turns/[^/]+/audio/[^/:]+");

    private final AudioConfig config;

    AudioBodySizeLimit(AudioConfig config) {
        this.config = config;
    }

    @Override
    public OptionalLong maxBytes(String method, String path) {
        return method.equals("PUT") && AUDIO_PATH.matcher(path).matches()
                ? OptionalLong.of(config.maxBytes())
                : OptionalLong.empty();
    }
}
