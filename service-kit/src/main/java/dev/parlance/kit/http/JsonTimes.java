package dev.parlance.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// Writes instants and dates over HTTP as on topics: the contract offers its serialisers as a Jackson module, which is
/// found as a service because the kit does not know the contract.
@Singleton
class JsonTimes implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModules(ObjectMapper.findModules(JsonTimes.class.getClassLoader()));
    }

    /// After all others: of two modules that know a type, the one that was registered last writes it.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
