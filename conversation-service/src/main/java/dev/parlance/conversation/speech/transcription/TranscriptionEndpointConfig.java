package dev.parlance.conversation.speech.transcription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The transcription endpoint; its API is OpenAI's.
@ConfigMapping(prefix = "parlance.transcription-endpoint")
public interface TranscriptionEndpointConfig {
    /// With the API version, such as `https://api.openai.com/v1`; without it nothing is transcribed.
    Optional<URI> url();

    Optional<String> key();

    @NotBlank
    String model();

    /// Whether word timings are requested (`verbose_json`); some models return text alone.
    @WithDefault("true")
    boolean wordTimings();

    /// Limit of one transcription.
    @WithDefault("60s")
    Duration timeout();
}
