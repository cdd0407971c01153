package dev.parlance.analysis.turn;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.WireJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// Instants and dates look over HTTP as they look on the topics.
@Singleton
class WireTimes implements ObjectMapperCustomizer {
    /// After all others: the serialisers that are registered last are the ones that count.
    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(WireJson.times());
    }
}
