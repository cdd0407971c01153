package dev.parlance.fault.fuzz.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fault.fuzz.request.ApiOperation.ApiParameter;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Values that a schema permits. What the documents do not tell of a field, for example which channels there are, is
/// known here by the field's name.
final class ValidValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_NUMBER = 100;
    private static final double OPTIONAL_RATIO = 0.8;

    private final ApiDocument document;
    private final FuzzData data;

    ValidValues(ApiDocument document, FuzzData data) {
        this.document = document;
        this.data = data;
    }

    /// @param name of the field or parameter
    JsonNode of(Schema unresolved, String name, Random random) {
        return of(unresolved, name, random, 0);
    }

    /// The value of a parameter.
    String text(ApiOperation operation, ApiParameter parameter, Random random) {
        return switch (parameter.name()) {
            case "id" ->
                operation.path().startsWith("/v1/conversations/")
                        ? data.conversation(random).toString()
                        : new UUID(random.nextLong(), random.nextLong()).toString();
            case "turns" -> Integer.toString(1 + random.nextInt(10));
            default -> of(parameter.schema(), parameter.name(), random).asText();
        };
    }

    private JsonNode of(Schema unresolved, String name, Random random, int depth) {
        JsonNode known = known(name, random);
        if (known != null) {
            return known;
        }
        if (unresolved == null || depth > MAX_DEPTH) {
            return JSON.textNode(sentence(random));
        }
        Schema schema = document.resolve(unresolved);
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return JSON.textNode(String.valueOf(pick(schema.getEnumeration(), random)));
        }
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            return of(pick(schema.getOneOf(), random), name, random, depth + 1);
        }
        if (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty()) {
            return of(pick(schema.getAnyOf(), random), name, random, depth + 1);
        }
        return switch (type(schema)) {
            case OBJECT -> object(schema, random, depth);
            case ARRAY -> array(schema, name, random, depth);
            case INTEGER -> JSON.numberNode(number(schema, random).longValue());
            case NUMBER -> JSON.numberNode(number(schema, random));
            case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
            case NULL -> JSON.nullNode();
            case STRING -> JSON.textNode(string(schema, random));
        };
    }

    private static SchemaType type(Schema schema) {
        if (schema.getType() != null) {
            return schema.getType().stream()
                    .filter(type -> type != SchemaType.NULL)
                    .findFirst()
                    .orElse(SchemaType.NULL);
        }
        return schema.getProperties() == null ? SchemaType.STRING : SchemaType.OBJECT;
    }

    private ObjectNode object(Schema schema, Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                boolean required =
                        schema.getRequired() != null && schema.getRequired().contains(name);
                if (required || isAlwaysSent(name) || random.nextDouble() < OPTIONAL_RATIO) {
                    object.set(name, of(property, name, random, depth + 1));
                }
            });
        }
        return object;
    }

    /// Without these a request is refused although its schema does not require them.
    private static boolean isAlwaysSent(String name) {
        return switch (name) {
            case "learnerId",
                    "learnerText",
                    "text",
                    "language",
                    "contentType",
                    "sizeBytes",
                    "sha256",
                    "turns",
                    "words",
                    "scheme",
                    "lemma",
                    "level" -> true;
            default -> false;
        };
    }

    private ArrayNode array(Schema schema, String name, Random random, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (int at = random.nextInt(3); at >= 0; at--) {
            array.add(of(schema.getItems(), name + "[]", random, depth + 1));
        }
        return array;
    }

    private static BigDecimal number(Schema schema, Random random) {
        BigDecimal least = schema.getMinimum() == null ? BigDecimal.ONE : schema.getMinimum();
        BigDecimal most = schema.getMaximum() == null ? least.add(BigDecimal.valueOf(MAX_NUMBER)) : schema.getMaximum();
        return switch (random.nextInt(3)) {
            case 0 -> least;
            case 1 -> most;
            default -> least.add(most).divideToIntegralValue(BigDecimal.TWO);
        };
    }

    private String string(Schema schema, Random random) {
        String format = schema.getFormat() == null ? "" : schema.getFormat();
        return switch (format) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> date(random);
            case "date-time" -> data.instant(random).toString();
            default -> withLength(sentence(random), schema);
        };
    }

    private static String withLength(String text, Schema schema) {
        int least = schema.getMinLength() == null ? 0 : schema.getMinLength();
        int most = schema.getMaxLength() == null ? Integer.MAX_VALUE : schema.getMaxLength();
        String longEnough = text.length() < least ? text.repeat(least / text.length() + 1) : text;
        return longEnough.substring(0, Math.min(longEnough.length(), most));
    }

    private static String sentence(Random random) {
        return FuzzData.MARKER
                + pick(
                        List.of(" hello there", " I would like a coffee", " wie geht es dir", " 元気ですか", " ça va ?"),
                        random);
    }

    private String date(Random random) {
        return data.instant(random).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /// @return null if nothing is known of a field with this name
    private JsonNode known(String name, Random random) {
        return switch (name) {
            case "learnerId", "learner" -> JSON.textNode(data.learner(random.nextInt()));
            case "conversation", "conversationId" ->
                JSON.textNode(data.conversation(random).toString());
            case "turn", "turnId" -> JSON.textNode(data.turn(random).toString());
            case "channel" -> JSON.textNode(pick(List.of("app", "web", "voice", "sms"), random));
            case "language" -> JSON.textNode(pick(List.of("en", "de", "ja", "it", "fr", "pt-BR", "zh"), random));
            case "timeZone" -> JSON.textNode(pick(List.of("UTC", "Asia/Tokyo", "Europe/Rome"), random));
            case "module" -> JSON.textNode("fuzz");
            case "startedAt", "endedAt", "occurredAt" ->
                JSON.textNode(data.instant(random).toString());
            case "from", "to" ->
                JSON.textNode(
                        random.nextBoolean()
                                ? date(random)
                                : data.instant(random).toString());
            case "date" -> JSON.textNode(date(random));
            case "metadata" -> JSON.objectNode().put("appVersion", "1.2.3");
            case "turns[]" -> turn(random);
            case "audio[]" -> JSON.textNode(pick(List.of("learner", "reply"), random));
            case "side" -> JSON.textNode(pick(List.of("learner", "reply"), random));
            case "durationMs", "sizeBytes" -> JSON.numberNode(1_000 + random.nextInt(20_000));
            case "confidence", "speed" -> JSON.numberNode(1);
            case "contentType" -> JSON.textNode(pick(List.of("audio/wav", "audio/mpeg", "audio/ogg"), random));
            case "sha256", "hash" -> JSON.textNode("%064x".formatted(random.nextInt(Integer.MAX_VALUE)));
            case "format" -> JSON.textNode("wav");
            case "scheme" -> JSON.textNode("fuzz");
            case "lemma" -> JSON.textNode(pick(List.of("hello", "coffee", "go"), random));
            case "level" -> JSON.textNode(pick(List.of("A1", "B2"), random));
            case "tenant" -> JSON.textNode("default");
            case "status" -> JSON.textNode(pick(List.of("completed", "failed", "pending", "waiting"), random));
            case "type" -> JSON.textNode(pick(List.of("new_word", "emotion", "words"), random));
            case "sort" -> JSON.textNode(pick(List.of("recent", "frequent", "alphabetical"), random));
            case "period" -> JSON.textNode(pick(List.of("day", "week", "month"), random));
            case "active", "redirect" -> JSON.textNode(Boolean.toString(random.nextBoolean()));
            case "limit" -> JSON.textNode(Integer.toString(1 + random.nextInt(200)));
            case "Idempotency-Key" -> JSON.textNode("key-" + random.nextInt(1_000));
            case "Prefer" -> JSON.textNode("wait=1");
            case "Range" -> JSON.textNode("bytes=0-99");
            case "Last-Event-ID" -> JSON.textNode("0");
            default -> null;
        };
    }

    /// A turn of a batch, which the document may not describe.
    private ObjectNode turn(Random random) {
        return JSON.objectNode()
                .put("id", data.turn(random).toString())
                .put("learnerText", sentence(random))
                .put("replyText", sentence(random))
                .put("occurredAt", data.instant(random).toString());
    }

    private static <T> T pick(List<? extends T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
