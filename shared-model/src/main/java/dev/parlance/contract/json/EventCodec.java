package dev.parlance.contract.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.event.Event;
import dev.parlance.contract.event.SummaryEvent;
import dev.parlance.contract.event.WireName;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Encodes events as Kafka records, and decodes the events of one sealed family by their wire name.
///
/// @param <E> the decoded family, for example `ConversationEvent`
public final class EventCodec<E extends Event> {
    private static final JsonMapper JSON = WireJson.boundedMapper();

    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Class<E> family;

    public EventCodec(Class<E> family) {
        this.family = family;
        eachEvent(family, type -> readers.put(type.getAnnotation(WireName.class).value(), JSON.readerFor(type)));
    }

    /// Does not throw: bytes that cannot be decoded are an `Unreadable`.
    ///
    /// @param type  the header `ce_type`, null where it is missing
    /// @param value the record's value, null where it has none
    public Decoded<E> decode(String type, byte[] value) {
        if (type == null) {
            return new Decoded.Unreadable<>("the header ce_type is missing");
        }
        ObjectReader reader = readers.get(type);
        if (reader == null) {
            return new Decoded.Unknown<>(type);
        }
        if (value == null) {
            return new Decoded.Unreadable<>("the record has no value");
        }
        try {
            E event = family.cast(reader.readValue(value));
            return event == null ? new Decoded.Unreadable<>("the value is null") : new Decoded.Known<>(event);
        } catch (IOException | RuntimeException e) {
            return new Decoded.Unreadable<>(reason(e));
        }
    }

    /// The record of an event, with every CloudEvents header except `traceparent`.
    ///
    /// @param source the producing service, for example `conversation-service`
    public static EventRecord encode(Event event, String source) {
        try {
            return new EventRecord(event.topic(), event.key(), headers(event, source), JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event is always writable: " + event.type(), impossible);
        }
    }

    /// Deletes the event's key from a compacted topic: the same headers, no value.
    public static EventRecord tombstone(SummaryEvent last, String source) {
        return new EventRecord(last.topic(), last.key(), headers(last, source), null);
    }

    private static Map<String, String> headers(Event event, String source) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id().toString());
        headers.put("ce_source", "/parlance/" + source);
        headers.put("ce_type", event.type());
        headers.put("ce_time", WireJson.format(event.time()));
        headers.put("ce_subject", event.subject());
        headers.put("ce_dataschema", schemaPath(event.type()));
        headers.put("content-type", "application/json");
        return headers;
    }

    /// The path under which each service serves the JSON Schema of a type: `parlance.turn-recorded.v1` →
    /// `/schemas/turn-recorded.v1.json`.
    public static String schemaPath(String type) {
        return "/schemas/" + type.substring("parlance.".length()) + ".json";
    }

    private static void eachEvent(Class<?> family, Consumer<Class<?>> visitor) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                eachEvent(member, visitor);
            } else {
                visitor.accept(member);
            }
        }
    }

    /// What is wrong and where. Quotes no value, as it may be a learner's text.
    private static String reason(Exception failure) {
        return switch (rootOf(failure)) {
            case StreamConstraintsException _ -> "nested too deeply, of too many values, or with one that is too long";
            case JsonMappingException shape -> "not of this type's shape at " + path(shape);
            case JsonProcessingException syntax ->
                "not JSON"
                        + (syntax.getLocation() == null
                                ? ""
                                : " at byte " + syntax.getLocation().getByteOffset());
            case IllegalArgumentException broken -> broken.getMessage();
            case Throwable other -> "not readable: " + other.getClass().getSimpleName();
        };
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
