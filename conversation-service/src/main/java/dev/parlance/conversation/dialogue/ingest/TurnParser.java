package dev.parlance.conversation.dialogue.ingest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.JsonTooComplex;
import dev.parlance.kit.problem.RequestTooLarge;
import java.io.IOException;

/// The parser of a batch, while it reads one turn: bounds what this turn may hold, as the parser itself bounds a turn
/// that is sent alone.
final class TurnParser extends JsonParserDelegate {
    private static final long MAX_BYTES = 1 << 20;
    private static final int TOKENS_PER_MEASUREMENT = 64;

    private final long maxTokens;
    private long tokens;
    private long start;

    TurnParser(JsonParser batch, long maxTokens) {
        super(batch);
        this.maxTokens = maxTokens;
    }

    /// This turn has more than a turn may have. The parser stands somewhere within it.
    static final class TurnTooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient DomainProblem problem;

        TurnTooLarge(DomainProblem problem) {
            super("a turn of a batch is too large", null, false, false);
            this.problem = problem;
        }

        DomainProblem problem() {
            return problem;
        }
    }

    /// The next turn begins with the current token.
    void beginTurn() {
        tokens = 1;
        start = offset();
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken next = super.nextToken();
        tokens++;
        if (tokens > maxTokens) {
            throw new TurnTooLarge(new JsonTooComplex());
        }
        // Only texts are long, and a location costs as much as a token.
        boolean isMeasured = next == JsonToken.VALUE_STRING || tokens % TOKENS_PER_MEASUREMENT == 0;
        if (isMeasured && offset() - start > MAX_BYTES) {
            throw new TurnTooLarge(new RequestTooLarge(MAX_BYTES));
        }
        return next;
    }

    @Override
    public JsonToken nextValue() throws IOException {
        JsonToken next = nextToken();
        return next == JsonToken.FIELD_NAME ? nextToken() : next;
    }

    /// Bytes, or characters where the body is not in UTF-8.
    private long offset() {
        JsonLocation location = currentLocation();
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }
}
