package dev.parlance.benchmark.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.installation.Api;
import dev.parlance.benchmark.installation.Failure;
import java.io.IOException;
import java.util.UUID;

/// What makes contenders comparable: of each, a turn counts once, however often it is sent.
public final class SameJob {
    private final Contender contender;
    private final Api api;
    private final String conversation = "/v1/conversations/" + UUID.randomUUID();

    private SameJob(Contender contender) {
        this.contender = contender;
        this.api = new Api("http://localhost:" + contender.port(), "", "");
    }

    /// Fails unless one turn, sent again and again, is answered as it must be; exactly one is accepted.
    public static void require(Contender contender) throws InterruptedException {
        new SameJob(contender).require();
    }

    private void require() throws InterruptedException {
        ObjectNode hana = body().put("learnerId", "hana").put("language", "ja");
        ObjectNode apple = body().put("learnerText", "りんごがたべたい");
        ObjectNode pear = body().put("learnerText", "なしがたべたい");
        String turn = conversation + "/turns/" + UUID.randomUUID();
        require(404, turn, apple);
        require(201, conversation, hana);
        require(201, turn, apple);
        require(200, turn, apple);
        require(409, turn, pear);
        long stored = contender.stored().getAsLong();
        if (stored != 1) {
            throw Failure.failed("%s stored one turn %d times.".formatted(contender.name(), stored));
        }
    }

    private void require(int status, String path, ObjectNode body) throws InterruptedException {
        try {
            int answered = api.put(path, body);
            if (answered != status) {
                throw Failure.failed(
                        "%s answered PUT %s by status %d, not %d.".formatted(contender.name(), path, answered, status));
            }
        } catch (IOException e) {
            throw Failure.failed("%s did not answer PUT %s (%s).".formatted(contender.name(), path, e));
        }
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
