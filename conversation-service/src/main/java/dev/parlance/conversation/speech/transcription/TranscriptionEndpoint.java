package dev.parlance.conversation.speech.transcription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.json.WireJson;
import dev.parlance.conversation.speech.provider.CircuitBreaker;
import dev.parlance.conversation.speech.provider.CircuitBreakers;
import dev.parlance.conversation.speech.provider.MultipartForm;
import dev.parlance.conversation.speech.provider.ProviderClient;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A client of `/audio/transcriptions` of OpenAI's API, if one is configured.
@ApplicationScoped
class TranscriptionEndpoint {
    private static final JsonMapper JSON = WireJson.boundedMapper();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int MAX_RESPONSE_BYTES = 4 << 20;

    private final TranscriptionEndpointConfig config;
    private final Optional<ProviderClient> client;
    private final CircuitBreaker breaker;

    TranscriptionEndpoint(TranscriptionEndpointConfig config, CircuitBreakers breakers) {
        this.config = config;
        this.client = config.url()
                .map(url -> new ProviderClient("The transcription endpoint", url, config.key(), config.timeout()));
        this.breaker = breakers.of("transcription-endpoint");
    }

    /// An audio file to send.
    ///
    /// @param extension of its format, by which many endpoints recognize it
    /// @param size      in bytes
    /// @param bytes     opened each time that the file is sent
    record AudioFile(String extension, String contentType, long size, Supplier<InputStream> bytes) {}

    boolean isConfigured() {
        return client.isPresent();
    }

    /// @param language a hint: an ISO 639 code, or null
    /// @throws ProviderFailure if there is no valid result
    TranscriptionResult transcribe(AudioFile audio, String language) {
        return breaker.call(TranscriptionResult.class, () -> TranscriptionResult.of(parse(postForm(audio, language))));
    }

    private byte[] postForm(AudioFile audio, String language) {
        var form = new MultipartForm("parlance-" + NewId.random())
                .with("model", config.model())
                .with("response_format", config.wordTimings() ? "verbose_json" : "json");
        if (config.wordTimings()) {
            form.with("timestamp_granularities[]", "word").with("timestamp_granularities[]", "segment");
        }
        if (language != null) {
            form.with("language", language);
        }
        var body =
                form.withFile("file", "sound." + audio.extension(), audio.contentType(), audio.size(), audio.bytes());
        return client.orElseThrow().post("/audio/transcriptions", form.contentType(), body, MAX_RESPONSE_BYTES);
    }

    private static JsonNode parse(byte[] response) {
        try {
            return JSON.readTree(response);
        } catch (JsonProcessingException _) {
            throw ProviderFailure.Unavailable.of(
                    "The transcription endpoint answered something that is not JSON", RETRY_AFTER);
        } catch (IOException impossible) {
            throw new IllegalStateException("an array can be read", impossible);
        }
    }
}
