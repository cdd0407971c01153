package dev.parlance.conversation.speech.provider;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A service with a real S3 and a stub provider of speech and transcription. The circuit stays closed, so that tests
/// of failures do not affect each other. A lease outlasts a pause of the machine of some seconds, and the request
/// timeout outlasts a lease and a half.
public class StubProviderProfile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StubProvider.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("parlance.circuit-breaker.request-volume-threshold", "1000"),
                Map.entry("parlance.speech-endpoint.timeout", "16s"),
                Map.entry("parlance.speech-endpoint.voices.rabbit", "nova"),
                Map.entry("parlance.speech-endpoint.voices.bear", "onyx"),
                Map.entry("parlance.speech.request-timeout", "60s"),
                Map.entry("parlance.speech.lease-duration", "6s"),
                Map.entry("parlance.speech.poll-interval", "20ms"),
                Map.entry("parlance.transcription-endpoint.timeout", "60s"),
                Map.entry("parlance.transcription.max-attempts", "3"),
                Map.entry("parlance.transcription.initial-backoff", "20ms"),
                Map.entry("parlance.transcription.max-backoff", "50ms"));
    }

    /// The same with a circuit that opens soon, and a small budget.
    public static final class Strict extends StubProviderProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("parlance.circuit-breaker.request-volume-threshold", "4");
            config.put("parlance.circuit-breaker.open-duration", "3s");
            config.put("parlance.speech.characters-per-day", "200");
            return config;
        }
    }
}
