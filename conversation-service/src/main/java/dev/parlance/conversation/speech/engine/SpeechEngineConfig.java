package dev.parlance.conversation.speech.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The choice of the speech engine.
@ConfigMapping(prefix = "parlance.synthesis")
public interface SpeechEngineConfig {
    /// `auto` is the endpoint if its URL is set, else espeak-ng if it is installed, else none.
    enum EngineChoice {
        AUTO,
        ENDPOINT,
        ESPEAK_NG,
        NONE
    }

    @WithDefault("auto")
    EngineChoice engine();
}
