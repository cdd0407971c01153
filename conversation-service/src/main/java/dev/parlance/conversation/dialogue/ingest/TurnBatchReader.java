package dev.parlance.conversation.dialogue.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.contract.Digest;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.conversation.dialogue.http.CanonicalJson;
import dev.parlance.conversation.dialogue.ingest.TurnBatch.Item;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.kit.http.UnreadableBody;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the body of a batch turn by turn, and keeps only turns that are valid: at no time is there a tree of more
/// than one turn. Number, size and tokens are checked while the body is read, not after it.
@ApplicationScoped
class TurnBatchReader {
    private static final int MAX_BATCH_TURNS = 500;
    private static final String TURNS = "turns";

    private final ObjectMapper json;
    private final JsonFactory factory;
    private final ObjectReader trees;
    private final long maxTurnTokens;

    TurnBatchReader(ObjectMapper json) {
        var constraints = json.getFactory().streamReadConstraints();
        this.json = json;
        this.maxTurnTokens = constraints.getMaxTokenCount();
        this.factory = json.getFactory()
                .copy()
                .setStreamReadConstraints(
                        constraints.rebuild().maxTokenCount(Long.MAX_VALUE).build());
        this.trees = json.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// @param withHash whether the hash of the body is wanted
    /// @throws DomainProblem if the body as a whole is refused
    TurnBatch read(InputStream body, Instant now, boolean withHash) {
        if (body == null) {
            throw missing();
        }
        try (JsonParser parser = factory.createParser(body)) {
            return read(parser, now, withHash ? Optional.of(new BodyHash()) : Optional.empty());
        } catch (JsonProcessingException e) {
            throw UnreadableBody.problem(e);
        } catch (CharConversionException e) {
            throw new InvalidRequest(null, "The body is not valid JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TurnBatch read(JsonParser parser, Instant now, Optional<BodyHash> hash) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw missing();
        }
        if (first != JsonToken.START_OBJECT) {
            throw new InvalidRequest(null, "The body is not of the expected shape");
        }
        TurnBatch batch = null;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            if (!field.equals(TURNS)) {
                throw new InvalidRequest(field, field + " is not a field of this request");
            }
            batch = switch (parser.nextToken()) {
                case START_ARRAY -> readTurns(parser, now, hash);
                case VALUE_NULL -> throw missing();
                case null, default -> throw new InvalidRequest(TURNS, "turns is not of the expected type or form");
            };
        }
        if (batch == null) {
            throw missing();
        }
        if (parser.nextToken() != null) {
            throw new InvalidRequest(null, "The body is not of the expected shape");
        }
        return batch;
    }

    private static InvalidRequest missing() {
        return new InvalidRequest(TURNS, "turns is missing");
    }

    private TurnBatch readTurns(JsonParser parser, Instant now, Optional<BodyHash> hash) throws IOException {
        List<Item> items = new ArrayList<>();
        var turnParser = new TurnParser(parser, maxTurnTokens);
        JsonStreamContext array = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MAX_BATCH_TURNS) {
                throw new InvalidRequest(TURNS, "A batch holds at most 500 turns", MAX_BATCH_TURNS);
            }
            items.add(readTurn(turnParser, now, hash));
            while (parser.getParsingContext() != array) {
                parser.nextToken(); // the rest of a turn that is too large is not kept
            }
        }
        return new TurnBatch(items, hash.map(BodyHash::value).orElse(null));
    }

    private Item readTurn(TurnParser parser, Instant now, Optional<BodyHash> hash) throws IOException {
        final JsonNode tree;
        parser.beginTurn();
        try {
            tree = trees.readTree(parser);
        } catch (TurnParser.TurnTooLarge e) {
            hash.ifPresent(BodyHash::addTooLarge);
            return new Item.Invalid(null, e.problem());
        }
        hash.ifPresent(present -> present.add(tree));
        String id = tree.path("id").isTextual() ? tree.get("id").textValue() : null;
        try {
            return new Item.Valid(toTurn(tree, id, now));
        } catch (DomainProblem problem) {
            return new Item.Invalid(id, problem);
        }
    }

    private NewTurn.SubmittedTurn toTurn(JsonNode tree, String id, Instant now) {
        if (!(tree instanceof ObjectNode body)) {
            throw new InvalidRequest(TURNS, "Each of turns must be an object");
        }
        TurnId turn = new TurnId(PathId.requireUuid("id", id));
        body.remove("id");
        try {
            return json.treeToValue(body, NewTurn.class).withId(turn, now);
        } catch (JsonProcessingException e) {
            throw UnreadableBody.problem(e);
        }
    }

    /// The hash of `{"turns":[…]}` in canonical JSON.
    private static final class BodyHash {
        private final MessageDigest digest = Digest.SHA_256.newDigest();
        private String separator = "{\"turns\":[";

        void add(JsonNode turn) {
            append(CanonicalJson.toBytes(turn));
        }

        /// Its content is not kept, and it is refused whatever it is.
        void addTooLarge() {
            append("0".getBytes(US_ASCII));
        }

        byte[] value() {
            digest.update((separator.equals(",") ? "]}" : separator + "]}").getBytes(US_ASCII));
            return digest.digest();
        }

        private void append(byte[] turn) {
            digest.update(separator.getBytes(US_ASCII));
            digest.update(turn);
            separator = ",";
        }
    }
}
