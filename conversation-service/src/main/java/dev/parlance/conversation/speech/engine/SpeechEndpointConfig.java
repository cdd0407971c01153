package dev.parlance.conversation.speech.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The speech endpoint; its API is OpenAI's.
@ConfigMapping(prefix = "parlance.speech-endpoint")
public interface SpeechEndpointConfig {
    /// With the API version, such as `https://api.openai.com/v1`; without it there is no endpoint.
    Optional<URI> url();

    Optional<String> key();

    @NotBlank
    String model();

    /// Part of every hash. Raise it when the model's voice changes: cached speech is then no longer found.
    @WithDefault("1")
    @NotBlank
    String version();

    /// The endpoint's name of the default voice.
    @WithDefault("alloy")
    @NotBlank
    String voice();

    /// The endpoint's voices by the names that clients use; if empty, clients use the endpoint's names.
    Map<String, String> voices();

    /// The formats that the endpoint can make; the first is the default.
    @NotEmpty
    List<SpeechFormat> formats();

    /// Limit of one synthesis.
    @WithDefault("20s")
    Duration timeout();
}
