package dev.parlance.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// Many made-up learners, each in a conversation of their own, and their requests as bytes, made ready beforehand:
/// turn number n is said by learner n modulo their count, under an id of its own.
public final class Crowd {
    private static final int VARIANTS = 960; // of a text, in each language
    private static final int LANGUAGES = 3;
    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
    private static final byte[] PUT = "PUT /v1/conversations/".getBytes(UTF_8);
    private static final byte[] POST = "POST /v1/conversations/".getBytes(UTF_8);
    private static final byte[] TURNS = "/turns/".getBytes(UTF_8);
    private static final byte[] BATCH = "/turns:batch".getBytes(UTF_8);
    private static final byte[] BATCH_BEGIN = "{\"turns\":[".getBytes(UTF_8);
    private static final byte[] ITEM_BEGIN = "{\"id\":\"".getBytes(UTF_8);
    private static final byte[] ITEM_MIDDLE = "\",".getBytes(UTF_8);
    private static final byte[] BATCH_END = "]}".getBytes(UTF_8);
    private static final int UUID_LENGTH = 36;

    private final List<Seat> seats;
    private final byte[][] paths;
    private final Said[][] said;
    private final SplittableRandom ids = new SplittableRandom();

    /// @param request all that comes after the path, the body included
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record Said(byte[] body, byte[] request) {}

    /// Where a learner talks.
    public record Seat(String learner, UUID conversation) {}

    /// Learners who have never been here.
    ///
    /// @param prefix of the learners' ids
    public Crowd(String prefix, int learners) {
        this(IntStream.range(0, learners)
                .mapToObj(number -> new Seat(prefix + number, UUID.randomUUID()))
                .toList());
    }

    /// @param seats of learners who speak Japanese, English and Italian by turns
    public Crowd(List<Seat> seats) {
        this.seats = List.copyOf(seats);
        this.paths = seats.stream()
                .map(seat -> seat.conversation().toString().getBytes(UTF_8))
                .toArray(byte[][]::new);
        this.said = IntStream.range(0, LANGUAGES)
                .mapToObj(language -> IntStream.range(0, VARIANTS)
                        .mapToObj(variant -> said(language, variant))
                        .toArray(Said[]::new))
                .toArray(Said[][]::new);
    }

    public int size() {
        return seats.size();
    }

    public String learner(int number) {
        return seats.get(number % size()).learner();
    }

    public UUID conversation(int number) {
        return seats.get(number % size()).conversation();
    }

    /// What the learner says in turn `number`; the reply is the next phrase.
    public static String text(int learner, int variant) {
        return Phrases.of(learner).phrase(variant % VARIANTS);
    }

    /// The start of conversation `number`.
    public Requests begin() {
        return (number, to) -> {
            byte[] body = JsonNodeFactory.instance
                    .objectNode()
                    .put("learnerId", learner(number))
                    .put("language", Phrases.of(number).language())
                    .put("module", "benchmark")
                    .toString()
                    .getBytes(UTF_8);
            to.put(PUT).put(paths[number]).put(rest(body.length)).put(body);
        };
    }

    /// One turn a request.
    public Requests turns() {
        return (number, to) -> {
            to.put(PUT).put(paths[number % size()]).put(TURNS);
            newId(to);
            to.put(said(number % size(), number / size(), 0).request());
        };
    }

    /// Batches of turns, each of one conversation.
    public Requests batches(int turns) {
        return (number, to) -> {
            int learner = number % size();
            int first = number / size() * turns;
            int length = BATCH_BEGIN.length + BATCH_END.length + turns - 1;
            for (int turn = 0; turn < turns; turn++) {
                length += ITEM_BEGIN.length
                        + UUID_LENGTH
                        + ITEM_MIDDLE.length
                        + said(learner, first, turn).body().length
                        - 1;
            }
            to.put(POST).put(paths[learner]).put(BATCH).put(rest(length)).put(BATCH_BEGIN);
            for (int turn = 0; turn < turns; turn++) {
                byte[] body = said(learner, first, turn).body();
                if (turn > 0) {
                    to.put((byte) ',');
                }
                to.put(ITEM_BEGIN);
                newId(to);
                to.put(ITEM_MIDDLE).put(body, 1, body.length - 1);
            }
            to.put(BATCH_END);
        };
    }

    /// Learners are not all at the same place of their book.
    private Said said(int learner, int first, int turn) {
        return said[learner % LANGUAGES][(first + turn + learner) % VARIANTS];
    }

    private static Said said(int learner, int variant) {
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerText", text(learner, variant))
                .put("replyText", text(learner, variant + 1))
                .put("durationMs", 1000 + variant)
                .toString()
                .getBytes(UTF_8);
        byte[] rest = rest(body.length);
        return new Said(
                body,
                ByteBuffer.allocate(rest.length + body.length)
                        .put(rest)
                        .put(body)
                        .array());
    }

    private static byte[] rest(int length) {
        return (" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    /// A random UUID, as clients make them.
    private void newId(ByteBuffer to) {
        hex(to, (ids.nextLong() & ~0xf000L) | 0x4000L, 8, 12);
        to.put((byte) '-');
        hex(to, (ids.nextLong() >>> 2) | Long.MIN_VALUE, 4, 16);
    }

    private static void hex(ByteBuffer to, long bits, int firstDash, int secondDash) {
        for (int digit = 0; digit < 16; digit++) {
            if (digit == firstDash || digit == secondDash) {
                to.put((byte) '-');
            }
            to.put(HEX[(int) (bits >>> (60 - 4 * digit)) & 0xf]);
        }
    }
}
