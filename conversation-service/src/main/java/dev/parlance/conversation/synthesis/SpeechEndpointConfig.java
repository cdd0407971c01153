package dev.parlance.conversation.synthesis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which endpoint speaks; it is asked as OpenAI's is.
@ConfigMapping(prefix = "conversation.speech-endpoint")
public interface SpeechEndpointConfig {
    /// With its version, such as `https://api.openai.com/v1`; without it no endpoint speaks.
    Optional<URI> url();

    Optional<String> key();

    @NotBlank
    String model();

    /// Part of every hash. Raise it when the same model begins to sound otherwise: what was made before stays, and
    /// is found no longer.
    @WithDefault("1")
    @NotBlank
    String version();

    /// The endpoint's name of the voice that speaks where nobody asks for one.
    @WithDefault("alloy")
    @NotBlank
    String voice();

    /// Voices by the names that clients use; without any, clients use the endpoint's own.
    Map<String, String> voices();

    /// What the endpoint can make; the first is what it makes where nobody asks.
    @NotEmpty
    List<AudioFormat> formats();

    /// How long a learner may wait for it at most.
    @WithDefault("20s")
    Duration patience();
}
