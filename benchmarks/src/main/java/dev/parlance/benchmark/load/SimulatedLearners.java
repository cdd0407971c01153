package dev.parlance.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.benchmark.load.http.HttpRequests;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// Many made-up learners, each in a conversation of their own, and their requests as bytes, made ready beforehand:
/// turn number n is sent by learner n modulo their count, under an id of its own.
public final class SimulatedLearners {
    private static final int VARIANTS_PER_LANGUAGE = 960; // of a text, in each language
    private static final int LANGUAGES = 3;
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(UTF_8);
    private static final byte[] PUT = "PUT /v1/conversations/".getBytes(UTF_8);
    private static final byte[] POST = "POST /v1/conversations/".getBytes(UTF_8);
    private static final byte[] TURNS = "/turns/".getBytes(UTF_8);
    private static final byte[] BATCH = "/turns:batch".getBytes(UTF_8);
    private static final byte[] BATCH_BEGIN = "{\"turns\":[".getBytes(UTF_8);
    private static final byte[] ITEM_BEGIN = "{\"id\":\"".getBytes(UTF_8);
    private static final byte[] ITEM_MIDDLE = "\",".getBytes(UTF_8);
    private static final byte[] BATCH_END = "]}".getBytes(UTF_8);
    private static final int UUID_LENGTH = 36;

    private final List<LearnerConversation> conversations;
    private final byte[][] paths;
    private final EncodedTurn[][] encodedTurn;
    private final SplittableRandom ids = new SplittableRandom();

    /// @param request all that comes after the path, the body included
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record EncodedTurn(byte[] body, byte[] request) {}

    /// Where a learner talks.
    public record LearnerConversation(String learnerId, UUID conversationId) {}

    /// Learners who have never been here.
    ///
    /// @param prefix of the learners' ids
    public SimulatedLearners(String prefix, int learners) {
        this(IntStream.range(0, learners)
                .mapToObj(number -> new LearnerConversation(prefix + number, UUID.randomUUID()))
                .toList());
    }

    /// @param seats of learners who speak Japanese, English and Italian by turns
    public SimulatedLearners(List<LearnerConversation> seats) {
        this.conversations = List.copyOf(seats);
        this.paths = seats.stream()
                .map(seat -> seat.conversationId().toString().getBytes(UTF_8))
                .toArray(byte[][]::new);
        this.encodedTurn = IntStream.range(0, LANGUAGES)
                .mapToObj(language -> IntStream.range(0, VARIANTS_PER_LANGUAGE)
                        .mapToObj(variant -> encodedTurn(language, variant))
                        .toArray(EncodedTurn[]::new))
                .toArray(EncodedTurn[][]::new);
    }

    public int size() {
        return conversations.size();
    }

    public String learnerId(int number) {
        return conversations.get(number % size()).learnerId();
    }

    public UUID conversationId(int number) {
        return conversations.get(number % size()).conversationId();
    }

    /// What the learner says in turn `number`; the reply is the next phrase.
    public static String turnText(int learner, int variant) {
        return Phrases.forLearner(learner).phrase(variant % VARIANTS_PER_LANGUAGE);
    }

    /// How many of the first turns each learner sends.
    public Map<String, Integer> turnsByLearner(int turns) {
        Map<String, Integer> byLearner = new HashMap<>();
        IntStream.range(0, turns).forEach(turn -> byLearner.merge(learnerId(turn), 1, Integer::sum));
        return byLearner;
    }

    /// The start of conversation `number`.
    public HttpRequests startRequests() {
        return (number, to) -> {
            byte[] body = JsonNodeFactory.instance
                    .objectNode()
                    .put("learnerId", learnerId(number))
                    .put("language", Phrases.forLearner(number).language())
                    .put("module", "benchmark")
                    .toString()
                    .getBytes(UTF_8);
            to.put(PUT).put(paths[number]).put(requestTail(body.length)).put(body);
        };
    }

    /// One turn a request.
    public HttpRequests turnRequests() {
        return (number, to) -> {
            to.put(PUT).put(paths[number % size()]).put(TURNS);
            putRandomUuid(to);
            to.put(encodedTurn(number % size(), number / size(), 0).request());
        };
    }

    /// Batches of turns, each of one conversation.
    public HttpRequests batchRequests(int turns) {
        return (number, to) -> {
            int learner = number % size();
            int first = number / size() * turns;
            int length = BATCH_BEGIN.length + BATCH_END.length + turns - 1;
            for (int turn = 0; turn < turns; turn++) {
                length += ITEM_BEGIN.length
                        + UUID_LENGTH
                        + ITEM_MIDDLE.length
                        + encodedTurn(learner, first, turn).body().length
                        - 1;
            }
            to.put(POST).put(paths[learner]).put(BATCH).put(requestTail(length)).put(BATCH_BEGIN);
            for (int turn = 0; turn < turns; turn++) {
                byte[] body = encodedTurn(learner, first, turn).body();
                if (turn > 0) {
                    to.put((byte) ',');
                }
                to.put(ITEM_BEGIN);
                putRandomUuid(to);
                to.put(ITEM_MIDDLE).put(body, 1, body.length - 1);
            }
            to.put(BATCH_END);
        };
    }

    /// Learners are not all at the same place of their book.
    private EncodedTurn encodedTurn(int learner, int first, int turn) {
        return encodedTurn[learner % LANGUAGES][(first + turn + learner) % VARIANTS_PER_LANGUAGE];
    }

    private static EncodedTurn encodedTurn(int learner, int variant) {
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerText", turnText(learner, variant))
                .put("replyText", turnText(learner, variant + 1))
                .put("durationMs", 1000 + variant)
                .toString()
                .getBytes(UTF_8);
        byte[] rest = requestTail(body.length);
        return new EncodedTurn(
                body,
                ByteBuffer.allocate(rest.length + body.length)
                        .put(rest)
                        .put(body)
                        .array());
    }

    private static byte[] requestTail(int length) {
        return (" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    /// A random UUID, as clients make them.
    private void putRandomUuid(ByteBuffer to) {
        putHex(to, (ids.nextLong() & ~0xf000L) | 0x4000L, 8, 12);
        to.put((byte) '-');
        putHex(to, (ids.nextLong() >>> 2) | Long.MIN_VALUE, 4, 16);
    }

    private static void putHex(ByteBuffer to, long bits, int firstDash, int secondDash) {
        for (int digit = 0; digit < 16; digit++) {
            if (digit == firstDash || digit == secondDash) {
                to.put((byte) '-');
            }
            to.put(HEX_DIGITS[(int) (bits >>> (60 - 4 * digit)) & 0xf]);
        }
    }
}
