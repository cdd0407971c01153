package dev.parlance.contract.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import java.time.LocalDate;

/// Instants and dates in JSON as [WireJson] describes them. Listed in `META-INF/services`, so that
/// `ObjectMapper.findModules` finds it.
public final class WireTimesModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public WireTimesModule() {
        super("parlance-times");
        addSerializer(Instant.class, new WireJson.InstantSerializer());
        addDeserializer(Instant.class, new WireJson.InstantDeserializer());
        addSerializer(LocalDate.class, new WireJson.DateSerializer());
        addDeserializer(LocalDate.class, new WireJson.DateDeserializer());
    }
}
