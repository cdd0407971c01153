package dev.parlance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.parlance.contract.event.Event;
import dev.parlance.contract.event.WireName;
import dev.parlance.contract.json.Decoded;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.contract.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden samples are the contract: every event published in a version stays readable while the version exists.
class ContractTest {
    private static final JsonMapper JSON = WireJson.mapper();
    private static final EventCodec<Event> CODEC = new EventCodec<>(Event.class);

    static Stream<Class<?>> events() {
        List<Class<?>> events = new ArrayList<>();
        collect(Event.class, events);
        return events.stream();
    }

    private static void collect(Class<?> family, List<Class<?>> into) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                collect(member, into);
            } else {
                into.add(member);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASampleThatIsReadAndWrittenWithoutLoss(Class<?> type) throws IOException {
        // Given
        byte[] sample = resource("/contract/" + shortName(type));
        // When
        Decoded<Event> decoded = CODEC.decode(wireName(type), sample);
        // Then
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        Event event = ((Decoded.Known<Event>) decoded).event();
        assertThat(event).isInstanceOf(type);
        assertThat(JSON.readTree(EventCodec.encode(event, "test").value())).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everySampleIsValidAgainstItsSchema(Class<?> type) throws IOException {
        // Given
        JsonSchema schema = schema(type);
        // When
        var errors = schema.validate(JSON.readTree(resource("/contract/" + shortName(type))));
        // Then
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaAndTheRecordNameTheSameFields(Class<?> type) throws IOException {
        // Given
        JsonNode schema = JSON.readTree(resource("/META-INF/resources/schemas/" + shortName(type)));
        // When
        JsonNode sample = JSON.readTree(resource("/contract/" + shortName(type)));
        // Then
        assertThat(schema.get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> sample.fieldNames());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFieldOfALaterVersionIsIgnored(Class<?> type) throws IOException {
        // Given
        var sample = (ObjectNode) JSON.readTree(resource("/contract/" + shortName(type)));
        sample.put("fieldOfALaterVersion", 1);
        // When
        Decoded<Event> decoded = CODEC.decode(wireName(type), JSON.writeValueAsBytes(sample));
        // Then
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
    }

    @Test
    void anEventKeepsItsIdAtEveryRedelivery() throws IOException {
        // Given
        byte[] sample = resource("/contract/turn-recorded.v1.json");
        // When
        UUID first = read("parlance.turn-recorded.v1", sample).id();
        UUID again = read("parlance.turn-recorded.v1", sample).id();
        // Then
        assertThat(again).isEqualTo(first);
        assertThat(first.version()).isEqualTo(5);
    }

    @Test
    void aRecordHasTheHeadersOfCloudEvents() throws IOException {
        // Given
        Event event = read("parlance.turn-recorded.v1", resource("/contract/turn-recorded.v1.json"));
        // When
        EventRecord record = EventCodec.encode(event, "conversation-service");
        // Then
        assertThat(record.key()).isEqualTo("default/hana");
        assertThat(record.topic().name("parlance.")).isEqualTo("parlance.conversation-events");
        assertThat(record.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/parlance/conversation-service")
                .containsEntry("ce_type", "parlance.turn-recorded.v1")
                .containsEntry("ce_time", "2026-11-20T08:15:30.120Z")
                .containsEntry("ce_subject", "7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02")
                .containsEntry("ce_dataschema", "/schemas/turn-recorded.v1.json")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_id");
    }

    @Test
    void aTypeOfALaterVersionIsUnknownAndNotUnreadable() {
        // When
        Decoded<Event> decoded = CODEC.decode("parlance.turn-recorded.v9", "{}".getBytes(UTF_8));
        // Then
        assertThat(decoded).isEqualTo(new Decoded.Unknown<Event>("parlance.turn-recorded.v9"));
    }

    @ParameterizedTest
    @MethodSource("invalidRecords")
    void aRecordThatIsNoValidEventIsUnreadable(String type, byte[] value, String reason) {
        // When
        Decoded<Event> decoded = CODEC.decode(type, value);
        // Then
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
        assertThat(((Decoded.Unreadable<Event>) decoded).reason())
                .contains(reason)
                .doesNotContain("dev.parlance");
    }

    static Stream<Object[]> invalidRecords() throws IOException {
        String turn = "parlance.turn-recorded.v1";
        String sample = new String(resource("/contract/turn-recorded.v1.json"), UTF_8);
        return Stream.of(
                new Object[] {null, sample.getBytes(UTF_8), "ce_type"},
                new Object[] {turn, null, "no value"},
                new Object[] {turn, "{\"tenant\":".getBytes(UTF_8), "not JSON"},
                new Object[] {turn, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}, "not JSON"},
                new Object[] {turn, "null".getBytes(UTF_8), "null"},
                new Object[] {turn, "[]".getBytes(UTF_8), "shape"},
                new Object[] {
                    turn, sample.replaceFirst("\"turnId\": \"[^\"]*\",", "").getBytes(UTF_8), "turnId is missing"
                },
                new Object[] {
                    turn,
                    sample.replace("\"sequence\": 3", "\"sequence\": \"x\"").getBytes(UTF_8),
                    "sequence"
                },
                new Object[] {turn, sample.replace("\"hana\"", "\"ha/na\"").getBytes(UTF_8), "learnerId"},
                new Object[] {turn, sample.replace("りんごが", "\\u0000").getBytes(UTF_8), "learnerText"},
                new Object[] {turn, sample.replace("りんごが", "\\ud83d").getBytes(UTF_8), "learnerText"});
    }

    private static Event read(String type, byte[] value) {
        return ((Decoded.Known<Event>) CODEC.decode(type, value)).event();
    }

    private static String wireName(Class<?> type) {
        return type.getAnnotation(WireName.class).value();
    }

    private static String shortName(Class<?> type) {
        return wireName(type).substring("parlance.".length()) + ".json";
    }

    private static JsonSchema schema(Class<?> type) throws IOException {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(resource("/META-INF/resources/schemas/" + shortName(type))), config);
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return in.readAllBytes();
        }
    }
}
