package dev.parlance.conversation.transcription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which endpoint hears; it is asked as OpenAI's is.
@ConfigMapping(prefix = "conversation.transcription-endpoint")
public interface TranscriptionEndpointConfig {
    /// With its version, such as `https://api.openai.com/v1`; without it nothing is transcribed.
    Optional<URI> url();

    Optional<String> key();

    @NotBlank
    String model();

    /// Whether words are asked for with their times (`verbose_json`); some models know text alone.
    @WithDefault("true")
    boolean wordTimings();

    /// How long one transcription may take.
    @WithDefault("60s")
    Duration patience();
}
