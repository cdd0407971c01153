package dev.parlance.benchmark.throughput.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.ParlanceApi;
import java.util.UUID;

/// What makes contenders comparable: of each, a turn counts once, however often it is sent.
public final class IdempotencyCheck {
    private final ComparedService service;
    private final ParlanceApi api;
    private final String conversation = "/v1/conversations/" + UUID.randomUUID();

    private IdempotencyCheck(ComparedService contender) {
        this.service = contender;
        this.api = new ParlanceApi("http://localhost:" + contender.port(), "", "");
    }

    /// Fails unless one turn, sent again and again, is answered as it must be; exactly one is accepted.
    public static void require(ComparedService contender) {
        new IdempotencyCheck(contender).require();
    }

    private void require() {
        ObjectNode hana = body().put("learnerId", "hana").put("language", "ja");
        ObjectNode apple = body().put("learnerText", "りんごがたべたい");
        ObjectNode pear = body().put("learnerText", "なしがたべたい");
        String turn = conversation + "/turns/" + UUID.randomUUID();
        require(404, turn, apple);
        require(201, conversation, hana);
        require(201, turn, apple);
        require(200, turn, apple);
        require(409, turn, pear);
        long stored = service.storedTurns().getAsLong();
        if (stored != 1) {
            throw Failure.failed("%s stored one turn %d times.".formatted(service.name(), stored));
        }
    }

    private void require(int status, String path, ObjectNode body) {
        int actual = api.put(path, body.toString()).status();
        if (actual != status) {
            throw Failure.failed(
                    "%s answered PUT %s by status %d, not %d.".formatted(service.name(), path, actual, status));
        }
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
