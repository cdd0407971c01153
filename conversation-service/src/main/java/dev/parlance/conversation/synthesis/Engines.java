package dev.parlance.conversation.synthesis;

import dev.parlance.conversation.provider.Breakers;
import dev.parlance.conversation.provider.ProviderFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The engine of this installation, chosen when the service starts. There is one at a time: a learner hears one
/// voice, not that of whichever engine happened to answer.
@ApplicationScoped
public class Engines {
    private static final Logger LOG = Logger.getLogger(Engines.class);

    private final Optional<SpeechEngine> chosen;

    Engines(EngineConfig choice, SpeechEndpointConfig endpoint, EspeakNgConfig espeakNg, Breakers breakers) {
        this.chosen = switch (choice.engine()) {
            case NONE -> Optional.empty();
            case ENDPOINT ->
                Optional.of(
                        endpoint(endpoint, breakers)
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "conversation.synthesis.engine is endpoint, and conversation.speech-endpoint.url says none")));
            case ESPEAK_NG ->
                Optional.of(
                        espeakNg(espeakNg, breakers)
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "conversation.synthesis.engine is espeak-ng, and there is none: apt-get install espeak-ng")));
            case AUTO -> endpoint(endpoint, breakers).or(() -> espeakNg(espeakNg, breakers));
        };
    }

    /// The choice is made now, and a wrong one is told now.
    void tell(@Observes StartupEvent event) {
        LOG.infof(
                "event=speech-engine engine=%s version=%s",
                chosen.map(SpeechEngine::name).orElse("none"),
                chosen.map(SpeechEngine::version).orElse("none"));
    }

    /// Nothing where nobody speaks.
    public Optional<SpeechEngine> engine() {
        return chosen;
    }

    private static Optional<SpeechEngine> endpoint(SpeechEndpointConfig config, Breakers breakers) {
        return config.url().map(url -> new SpeechEndpoint(config, url, breakers.of("speech-endpoint")));
    }

    private static Optional<SpeechEngine> espeakNg(EspeakNgConfig config, Breakers breakers) {
        try {
            return Optional.of(new EspeakNg(config, breakers));
        } catch (ProviderFailure _) {
            return Optional.empty();
        }
    }
}
