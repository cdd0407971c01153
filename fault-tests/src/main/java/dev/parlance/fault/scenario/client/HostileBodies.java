package dev.parlance.fault.scenario.client;

import java.util.Random;
import java.util.UUID;

/// Requests whose bodies are made to cost far more than their bytes, or to break what reads them. The same seed gives
/// the same requests.
final class HostileBodies {
    private static final int MIN_BYTES = 1 << 10;
    private static final int MAX_BYTES = (1 << 20) - 200;
    private static final int MAX_BATCH_BYTES = (8 << 20) - 200;

    private final Random random;
    private final UUID conversation;

    /// @param conversation an existing one
    HostileBodies(long seed, UUID conversation) {
        this.random = new Random(seed);
        this.conversation = conversation;
    }

    enum Kind {
        DEEP_METADATA,
        DEEP_ANYTHING,
        EMPTY_OBJECTS,
        EMPTY_OBJECTS_IN_BATCH,
        MANY_TURNS_IN_BATCH,
        LARGE_TURNS_IN_BATCH,
        LONG_TAG_OF_CONVERSATION,
        LONG_TAG_OF_TURN,
        LONG_TAG_OF_SPEECH,
        GIANT_NUMBER,
        LONG_STRING,
        MANY_KEYS,
        MANY_TIMINGS,
        LONG_TRANSCRIPT,
        NO_JSON
    }

    /// @param hostile what is wrong with it
    record HostileRequest(Kind hostile, String method, String path, String body) {}

    synchronized HostileRequest next() {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return switch (kind) {
            case DEEP_METADATA -> turn(kind, metadata(nested("{\"a\":", "}", size() / 12)));
            case DEEP_ANYTHING -> new HostileRequest(kind, "PUT", conversationPath(), "[".repeat(size()));
            case EMPTY_OBJECTS ->
                random.nextBoolean()
                        ? turn(kind, metadata("{\"k\":[" + "{},".repeat(size() / 3) + "{}]}"))
                        : new HostileRequest(
                                kind,
                                "PUT",
                                conversationPath(),
                                metadata("{\"k\":[" + "{},".repeat(size() / 3) + "{}]}"));
            case EMPTY_OBJECTS_IN_BATCH -> batch(kind, "{\"x\":[" + "{},".repeat(batchSize() / 3) + "{}]}");
            case MANY_TURNS_IN_BATCH -> batch(kind, "{},".repeat(batchSize() / 3) + "{}");
            case LARGE_TURNS_IN_BATCH -> batchOfLargeTurns(kind);
            case LONG_TAG_OF_CONVERSATION ->
                new HostileRequest(
                        kind, "PUT", conversationPath(), "{\"learnerId\":\"x\",\"language\":\"%s\"}".formatted(tag()));
            case LONG_TAG_OF_TURN -> turn(kind, "{\"learnerText\":\"a\",\"language\":\"%s\"}".formatted(tag()));
            case LONG_TAG_OF_SPEECH ->
                new HostileRequest(kind, "POST", "/v1/speech", "{\"text\":\"a\",\"language\":\"%s\"}".formatted(tag()));
            case GIANT_NUMBER ->
                random.nextBoolean()
                        ? turn(kind, "{\"learnerText\":\"a\",\"durationMs\":%s}".formatted("9".repeat(size())))
                        : turn(kind, metadata("{\"k\":1e%s}".formatted("9".repeat(1 + random.nextInt(2_000)))));
            case LONG_STRING -> turn(kind, "{\"learnerText\":\"%s\"}".formatted("x".repeat(Math.max(size(), 8_001))));
            case MANY_KEYS -> turn(kind, metadata(manyKeys(Math.max(size(), 9_000))));
            case MANY_TIMINGS ->
                turn(
                        kind,
                        "{\"learnerText\":\"a\",\"wordTimings\":[%s7]}"
                                .formatted("{\"word\":\"a\",\"startMs\":0,\"endMs\":1},".repeat(size() / 36)));
            case LONG_TRANSCRIPT ->
                new HostileRequest(
                        kind,
                        "PUT",
                        turnPath() + "/transcript",
                        "{\"text\":\"a\",\"wordTimings\":[%s7]}"
                                .formatted("{\"word\":\"wwwwwwww\",\"startMs\":0,\"endMs\":1},".repeat(size() / 43)));
            case NO_JSON -> turn(kind, noJson(size()));
        };
    }

    private HostileRequest turn(Kind kind, String body) {
        return new HostileRequest(kind, "PUT", turnPath(), body);
    }

    private HostileRequest batch(Kind kind, String turns) {
        return new HostileRequest(
                kind,
                "POST",
                "/v1/conversations/%s/turns:batch".formatted(conversation),
                "{\"turns\":[" + turns + "]}");
    }

    /// Valid turns, as large as allowed together, for a conversation that does not exist.
    private HostileRequest batchOfLargeTurns(Kind kind) {
        var turns = new StringBuilder();
        int turnsOfBatch = 1 + batchSize() / 17_000;
        for (int turn = 0; turn < turnsOfBatch; turn++) {
            turns.append(turn == 0 ? "" : ",")
                    .append("{\"id\":\"%s\",\"learnerText\":\"%s\",\"replyText\":\"%s\"}"
                            .formatted(newId(), "x".repeat(8_000), "y".repeat(8_000)));
        }
        return new HostileRequest(
                kind, "POST", "/v1/conversations/%s/turns:batch".formatted(newId()), "{\"turns\":[" + turns + "]}");
    }

    private String tag() {
        return "en-x" + "-aaaaaaaa".repeat(size() / 9);
    }

    private static String metadata(String metadata) {
        return "{\"learnerText\":\"a\",\"metadata\":" + metadata + "}";
    }

    private static String nested(String open, String close, int levels) {
        return open.repeat(levels) + "1" + close.repeat(levels);
    }

    private String manyKeys(int bytes) {
        var object = new StringBuilder("{");
        while (object.length() < bytes) {
            object.append('"').append(Long.toString(random.nextLong(), 36)).append("\":1,");
        }
        return object.append("\"last\":1}").toString();
    }

    private String noJson(int bytes) {
        var text = new StringBuilder("{");
        while (text.length() < bytes) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    /// From 1 KiB to the largest, small ones as often as large ones.
    private int size() {
        return size(MAX_BYTES);
    }

    private int batchSize() {
        return size(MAX_BATCH_BYTES);
    }

    private int size(int max) {
        return (int) Math.round(MIN_BYTES * Math.pow((double) max / MIN_BYTES, random.nextDouble()));
    }

    private String turnPath() {
        return "/v1/conversations/%s/turns/%s".formatted(conversation, newId());
    }

    private String conversationPath() {
        return "/v1/conversations/" + newId();
    }

    private UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
