package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.RequestAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Sound weighs more than any other request.
@ApplicationScoped
class AudioAllowance implements RequestAllowance {
    private static final Pattern SOUND = Pattern.compile("/v1/conversations/[^/]+/turns/[^/]+/audio/[^/:]+");

    private final AudioConfig config;

    AudioAllowance(AudioConfig config) {
        this.config = config;
    }

    @Override
    public OptionalLong bytes(String method, String path) {
        return method.equals("PUT") && SOUND.matcher(path).matches()
                ? OptionalLong.of(config.maxBytes())
                : OptionalLong.empty();
    }
}
