package dev.parlance.conversation.synthesis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who speaks.
@ConfigMapping(prefix = "conversation.synthesis")
public interface EngineConfig {
    /// `auto` is the endpoint where one is set, else espeak-ng where it is installed, else nobody.
    enum Choice {
        AUTO,
        ENDPOINT,
        ESPEAK_NG,
        NONE
    }

    @WithDefault("auto")
    Choice engine();
}
