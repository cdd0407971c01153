package dev.parlance.benchmark.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.http.HttpRequests;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The turns of a crowd, with a note of the id that each was sent under. For the driver's one thread.
public final class TrackedTurnRequests implements HttpRequests {
    private static final int ID_OFFSET = "PUT /v1/conversations/".length() + 36 + "/turns/".length();
    private static final int ID_LENGTH = 36;

    private final HttpRequests turns;
    private final Map<Integer, String> ids = new HashMap<>();

    public TrackedTurnRequests(SimulatedLearners crowd) {
        this.turns = crowd.turnRequests();
    }

    @Override
    public void write(int number, ByteBuffer to) {
        int begin = to.position();
        turns.write(number, to);
        byte[] id = new byte[ID_LENGTH];
        to.get(begin + ID_OFFSET, id);
        ids.put(number, new String(id, UTF_8));
    }

    /// The id of a turn that was sent; to be asked once.
    public String takeId(int number) {
        return ids.remove(number);
    }
}
