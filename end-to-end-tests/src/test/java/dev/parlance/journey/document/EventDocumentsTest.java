package dev.parlance.journey.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parlance.contract.event.Event;
import dev.parlance.contract.event.Topic;
import dev.parlance.contract.event.WireName;
import dev.parlance.contract.json.Decoded.Known;
import dev.parlance.contract.json.EventCodec;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers outside are told of the events is what the code sends: for people in `docs/events.md`, for tools in
/// `docs/asyncapi.yaml`.
class EventDocumentsTest {
    private static final String SCHEMAS = "shared-model/src/main/resources/META-INF/resources/schemas/";
    private static final String SAMPLES = "shared-model/src/test/resources/contract/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SourceTree TREE = SourceTree.here();

    static Stream<Class<?>> events() {
        return members(Event.class);
    }

    @Test
    void theEventsThatAreDescribedAreThoseOfTheCode() {
        // When
        var described = sections().keySet();
        // Then
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        events().map(EventDocumentsTest::wireName).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsDescribedFieldByField(Class<?> type) throws IOException {
        // Given
        List<String> fields = new ArrayList<>();
        collectFields("", JSON.readTree(TREE.text(SCHEMAS + file(type))), fields);
        List<String> components = components(type).map(RecordComponent::getName).toList();
        // When
        List<String> described = SourceTree.find(
                        "^\\| `([^`]+)` \\|", sections().get(wireName(type)))
                .map(match -> match.group(1))
                .toList();
        // Then
        assertThat(described).containsExactlyElementsOf(fields).containsAll(components);
    }

    /// Those of an unwrapped component take its place, as in the JSON.
    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsDescribedUnderItsTopic(Class<?> type) {
        // Given
        Event event = sample(type);
        String topic = event.topic().name("parlance.");
        // When
        String section = sections().get(wireName(type));
        // Then
        assertThat(section).containsPattern("Topic\\s+`" + event.topic().name("") + "`");
        assertThat(rowsOfTopics().get(topic)).contains("`" + wireName(type) + "`");
    }

    @Test
    void theTopicsThatAreDescribedAreThoseOfTheCode() {
        // When
        var described = rowsOfTopics().keySet();
        // Then
        assertThat(described).containsExactlyInAnyOrderElementsOf(topics());
    }

    @Test
    void theHeadersThatAreDescribedAreThoseThatAreSent() {
        // Given
        Event event = sample(events().findFirst().orElseThrow());
        List<String> sent = new ArrayList<>(
                EventCodec.encode(event, "any-service").headers().keySet());
        sent.add("traceparent");
        String page = TREE.text("docs/events.md");
        // When
        String headers = page.substring(page.indexOf("## Headers"), page.indexOf("## How to read"));
        // Then
        assertThat(SourceTree.find("^\\| `([^`]+)` \\|", headers).map(match -> match.group(1)))
                .containsExactlyElementsOf(sent);
        assertThat(asyncApi()
                        .at("/components/schemas/CloudEventHeaders/properties")
                        .fieldNames())
                .toIterable()
                .containsExactlyElementsOf(sent);
    }

    @Test
    void asyncApiHasTheTopicsAndMessagesOfTheCode() {
        // Given
        Map<String, List<String>> ofTheCode = new TreeMap<>();
        topics().forEach(topic -> ofTheCode.put(topic, new ArrayList<>()));
        events().forEach(type ->
                ofTheCode.get(sample(type).topic().name("parlance.")).add(wireName(type)));
        JsonNode api = asyncApi();
        // When
        Map<String, List<String>> described = new TreeMap<>();
        for (JsonNode channel : api.get("channels")) {
            described.put(
                    channel.get("address").asText(),
                    channel.get("messages")
                            .valueStream()
                            .map(message -> resolve(api, message).get("name").asText())
                            .toList());
        }
        // Then
        assertThat(described).isEqualTo(ofTheCode);
        assertThat(api.get("operations").findValuesAsText("$ref"))
                .allSatisfy(ref ->
                        assertThat(api.at(ref.substring(1)).isObject()).as(ref).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation-service", "analysis-service", "summary-service"})
    void asyncApiNamesTheTopicsThatAServiceConsumes(String service) {
        // Given
        List<String> consumed = SourceTree.find(
                        "^mp\\.messaging\\.incoming\\.[\\w-]+\\.topic=\\$\\{parlance\\.service\\.topic-prefix\\}([\\w-]+)$",
                        TREE.text(service + "/src/main/resources/application.properties"))
                .map(match -> "parlance." + match.group(1))
                .toList();
        JsonNode api = asyncApi();
        // When
        List<String> described = api.get("operations")
                .valueStream()
                .filter(operation -> operation.get("action").asText().equals("receive"))
                .filter(operation -> operation.get("summary").asText().startsWith("By " + service))
                .map(operation ->
                        resolve(api, operation.get("channel")).get("address").asText())
                .toList();
        // Then
        assertThat(consumed).isNotEmpty();
        assertThat(described).containsAll(consumed);
    }

    @ParameterizedTest
    @MethodSource("events")
    void asyncApiRefersToTheSchemaOfEachEvent(Class<?> type) throws IOException {
        // Given
        JsonNode message = asyncApi().at("/components/messages/" + type.getSimpleName());
        // When
        String ref = message.at("/payload/schema/$ref").asText();
        // Then
        assertThat(TREE.file("docs").resolve(ref).normalize()).isEqualTo(TREE.file(SCHEMAS + file(type)));
        assertThat(JSON.readTree(TREE.text(SCHEMAS + file(type))).get("title").asText())
                .isEqualTo(message.get("name").asText())
                .isEqualTo(wireName(type));
    }

    private static void collectFields(String path, JsonNode schema, List<String> into) {
        schema.path("properties").propertyStream().forEach(property -> {
            into.add(path + property.getKey());
            collectFields(path + property.getKey() + "[].", property.getValue().path("items"), into);
        });
    }

    private static Map<String, String> sections() {
        return SourceTree.find("^### `([^`]+)`(?:(?!^##)[\\s\\S])*", TREE.text("docs/events.md"))
                .collect(Collectors.toMap(section -> section.group(1), section -> section.group()));
    }

    private static Map<String, String> rowsOfTopics() {
        return SourceTree.find("^\\| `(parlance\\.[\\w-]+)` \\|.*$", TREE.text("docs/events.md"))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group()));
    }

    private static List<String> topics() {
        return Arrays.stream(Topic.values())
                .map(topic -> topic.name("parlance."))
                .toList();
    }

    private static JsonNode asyncApi() {
        try {
            return new YAMLMapper().readTree(TREE.text("docs/asyncapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException("docs/asyncapi.yaml is not YAML", e);
        }
    }

    private static JsonNode resolve(JsonNode api, JsonNode reference) {
        return api.at(reference.get("$ref").asText().substring(1));
    }

    private static Event sample(Class<?> type) {
        byte[] value = TREE.text(SAMPLES + file(type)).getBytes(UTF_8);
        var decoded = new EventCodec<>(Event.class).decode(wireName(type), value);
        assertThat(decoded).isInstanceOf(Known.class);
        return ((Known<Event>) decoded).event();
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? members(member) : Stream.of(member));
    }

    private static String wireName(Class<?> type) {
        return type.getAnnotation(WireName.class).value();
    }

    private static String file(Class<?> type) {
        return wireName(type).substring("parlance.".length()) + ".json";
    }
}
