package dev.parlance.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The turns of a crowd, with a note of the id that each was sent under. For the driver's one thread.
public final class NotedTurns implements Requests {
    private static final int ID_AT = "PUT /v1/conversations/".length() + 36 + "/turns/".length();
    private static final int ID_LENGTH = 36;

    private final Requests turns;
    private final Map<Integer, String> ids = new HashMap<>();

    public NotedTurns(Crowd crowd) {
        this.turns = crowd.turns();
    }

    @Override
    public void write(int number, ByteBuffer to) {
        int begin = to.position();
        turns.write(number, to);
        byte[] id = new byte[ID_LENGTH];
        to.get(begin + ID_AT, id);
        ids.put(number, new String(id, UTF_8));
    }

    /// The id of a turn that was sent; to be asked once.
    public String id(int number) {
        return ids.remove(number);
    }
}
