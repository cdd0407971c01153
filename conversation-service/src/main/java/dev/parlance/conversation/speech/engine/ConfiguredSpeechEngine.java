package dev.parlance.conversation.speech.engine;

import dev.parlance.conversation.speech.provider.CircuitBreakers;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The engine of this installation, chosen at the start. There is only one, so that a learner always hears the same
/// voice.
@ApplicationScoped
public class ConfiguredSpeechEngine {
    private static final Logger LOG = Logger.getLogger(ConfiguredSpeechEngine.class);

    private final Optional<SpeechEngine> chosen;

    ConfiguredSpeechEngine(
            SpeechEngineConfig choice,
            SpeechEndpointConfig endpoint,
            EspeakNgConfig espeakNg,
            CircuitBreakers breakers) {
        this.chosen = switch (choice.engine()) {
            case NONE -> Optional.empty();
            case ENDPOINT ->
                Optional.of(endpoint(endpoint, breakers)
                        .orElseThrow(() -> new IllegalStateException(
                                "parlance.synthesis.engine is endpoint, and parlance.speech-endpoint.url says none")));
            case ESPEAK_NG ->
                Optional.of(
                        espeakNg(espeakNg, breakers)
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "parlance.synthesis.engine is espeak-ng, and there is none: apt-get install espeak-ng")));
            case AUTO -> endpoint(endpoint, breakers).or(() -> espeakNg(espeakNg, breakers));
        };
    }

    /// Runs at the start, so that a wrong configuration stops it.
    void logChoice(@Observes StartupEvent event) {
        LOG.infof(
                "event=speech-engine engine=%s version=%s",
                chosen.map(SpeechEngine::name).orElse("none"),
                chosen.map(SpeechEngine::version).orElse("none"));
    }

    /// Empty if there is none.
    public Optional<SpeechEngine> engine() {
        return chosen;
    }

    private static Optional<SpeechEngine> endpoint(SpeechEndpointConfig config, CircuitBreakers breakers) {
        return config.url().map(url -> new SpeechEndpoint(config, url, breakers.of("speech-endpoint")));
    }

    private static Optional<SpeechEngine> espeakNg(EspeakNgConfig config, CircuitBreakers breakers) {
        try {
            return Optional.of(new EspeakNg(config, breakers));
        } catch (ProviderFailure _) {
            return Optional.empty();
        }
    }
}
