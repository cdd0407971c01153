package dev.parlance.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes JSON strict: no number for a text, no text for a number, no duplicate key; and bounded in depth, number and
/// length of its values, whatever the size of the body.
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARACTERS = 100;
    /// Above every text that the contract allows, so that a text that is a little too long is refused by its name.
    private static final int MAX_STRING_CHARACTERS = 128 << 10;

    private static final int MAX_NAME_CHARACTERS = 8 << 10;

    private final long maxTokens;

    /// @param maxTokens no part of [HttpLimitsConfig]: Hibernate asks for the mapper before mappings of settings exist
    StrictJson(@ConfigProperty(name = "parlance.http.max-json-tokens") long maxTokens) {
        this.maxTokens = maxTokens;
    }

    @Override
    @SuppressWarnings("deprecation") // the mapper of Quarkus is already built: there is no builder
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(maxTokens)
                        .maxNumberLength(MAX_NUMBER_CHARACTERS)
                        .maxStringLength(MAX_STRING_CHARACTERS)
                        .maxNameLength(MAX_NAME_CHARACTERS)
                        .maxDocumentLength(BodySizeFilter.MAX_BATCH_BYTES)
                        .build());
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
