package dev.parlance.summary;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.WireJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// Over HTTP, instants and dates look as they do on topics.
@Singleton
class WireTimes implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(WireJson.times());
    }

    /// After Quarkus' own: of two modules that know a type, the one that was registered last writes it.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
