package dev.parlance.conversation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A service with a real S3 and the stub of an outside party that speaks and hears. The circuit stays closed, so that
/// tests of failures do not disturb each other. A lease outlasts a machine that stands still for some seconds, and the
/// patience with speech outlasts a lease and a half.
public class ProviderProfile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StubProvider.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("conversation.provider.window", "1000"),
                Map.entry("conversation.speech-endpoint.patience", "16s"),
                Map.entry("conversation.speech-endpoint.voices.rabbit", "nova"),
                Map.entry("conversation.speech-endpoint.voices.bear", "onyx"),
                Map.entry("conversation.speech.patience", "60s"),
                Map.entry("conversation.speech.lease", "6s"),
                Map.entry("conversation.speech.look", "20ms"),
                Map.entry("conversation.transcription-endpoint.patience", "60s"),
                Map.entry("conversation.transcription.tries", "3"),
                Map.entry("conversation.transcription.pause", "20ms"),
                Map.entry("conversation.transcription.longest-pause", "50ms"));
    }

    /// The same with a circuit that opens soon, and little to spend.
    public static final class Strict extends ProviderProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("conversation.provider.window", "4");
            config.put("conversation.provider.rest", "3s");
            config.put("conversation.speech.characters-per-day", "200");
            return config;
        }
    }
}
