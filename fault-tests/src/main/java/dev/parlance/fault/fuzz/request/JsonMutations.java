package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Spoils a body that remains JSON, most of the time.
final class JsonMutations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<Integer> DEPTHS = List.of(31, 33, 63, 65, 500, 999, 1_001, 20_000);
    private static final int MAX_EMPTY_OBJECTS = 100_000;

    /// The first ones more than once: they are what most clients do wrong.
    static final List<Mutation> ALL = List.of(
            JsonMutations::replaceValue,
            JsonMutations::replaceValue,
            JsonMutations::replaceValue,
            JsonMutations::replaceValue,
            JsonMutations::removeField,
            JsonMutations::addField,
            JsonMutations::repeatField,
            JsonMutations::nest,
            JsonMutations::replaceAll,
            JsonMutations::fillWithObjects);

    private JsonMutations() {}

    /// One place in a tree.
    private record Place(ObjectNode object, String field, ArrayNode array, int index) {
        void set(JsonNode value) {
            if (object != null) {
                object.set(field, value);
            } else {
                array.set(index, value);
            }
        }
    }

    private static void replaceValue(RequestDraft draft, Random random) {
        List<Place> places = places(draft.json());
        if (!places.isEmpty()) {
            HostileValues.pick(places, random).set(HostileValues.value(random));
        }
    }

    private static void removeField(RequestDraft draft, Random random) {
        List<Place> fields = places(draft.json()).stream()
                .filter(place -> place.object() != null)
                .toList();
        if (!fields.isEmpty()) {
            Place field = HostileValues.pick(fields, random);
            var _ = field.object().remove(field.field());
        }
    }

    private static void addField(RequestDraft draft, Random random) {
        if (draft.json() instanceof ObjectNode object) {
            String name =
                    HostileValues.pick(List.of("unexpected", "id", "", "tenant", "__proto__", "metadata"), random);
            object.set(name, HostileValues.value(random));
        }
    }

    /// The same field twice, with another value: it is written as text, a tree cannot have it.
    private static void repeatField(RequestDraft draft, Random random) {
        if (draft.json() instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String repeated = "{\"%s\":\"%s\",".formatted(HostileValues.pick(names, random), FuzzData.MARKER);
            String text = new String(draft.body(), UTF_8);
            draft.setBody((repeated + text.substring(1)).getBytes(UTF_8));
        }
    }

    /// Deeper than a reader or a writer may go; as text, because a deep tree cannot be written.
    private static void nest(RequestDraft draft, Random random) {
        int depth = HostileValues.pick(DEPTHS, random);
        boolean arrays = random.nextBoolean();
        String nested =
                arrays ? "[".repeat(depth) + "]".repeat(depth) : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        if (draft.json() instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.add("metadata");
            String name = HostileValues.pick(names, random);
            object.put(name, "to be nested");
            String text = new String(draft.body(), UTF_8);
            draft.setBody(text.replace("\"to be nested\"", nested).getBytes(UTF_8));
        } else {
            draft.setBody(nested.getBytes(UTF_8));
        }
    }

    private static void replaceAll(RequestDraft draft, Random random) {
        draft.setJson(HostileValues.value(random));
    }

    /// A body of a few hundred kilobytes that becomes many times as much in memory.
    private static void fillWithObjects(RequestDraft draft, Random random) {
        ArrayNode many = JSON.arrayNode();
        for (int count = random.nextInt(MAX_EMPTY_OBJECTS); count > 0; count--) {
            many.add(JSON.objectNode());
        }
        List<Place> places = places(draft.json());
        if (places.isEmpty()) {
            draft.setJson(many);
        } else {
            HostileValues.pick(places, random).set(many);
        }
    }

    private static List<Place> places(JsonNode root) {
        List<Place> places = new ArrayList<>();
        addPlaces(root, places);
        return places;
    }

    private static void addPlaces(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(new Place(object, field.getKey(), null, 0));
                addPlaces(field.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                places.add(new Place(null, null, array, index));
                addPlaces(array.get(index), places);
            }
        }
    }
}
