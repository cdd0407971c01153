package dev.parlance.cli.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.http.Answer;
import dev.parlance.cli.terminal.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What some services have set aside. Several may have set the same record aside under the same id: whatever is done
/// to it is done in each.
public final class Quarantines {
    private static final String PATH = "/v1/admin/quarantine";
    private static final int NOT_FOUND = 404;
    private static final int LARGEST_PAGE = 200;

    private final List<Target> services;

    public Quarantines(List<Target> services) {
        this.services = services;
    }

    /// @param complete whether there is nothing more than was asked for
    public record Listed(List<Quarantined> records, boolean complete) {}

    /// @param status null for all
    /// @param most   of one service
    public Listed list(String status, int most) throws InterruptedException {
        List<Quarantined> records = new ArrayList<>();
        boolean complete = true;
        for (Target service : services) {
            String cursor = "";
            int left = most;
            while (cursor != null && left > 0) {
                String query = "?limit=" + Math.min(left, LARGEST_PAGE)
                        + (status == null ? "" : "&status=" + status)
                        + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
                JsonNode page = service.accepted(service.get(PATH + query));
                for (JsonNode record : page.path("items")) {
                    records.add(read(service, record));
                    left--;
                }
                cursor = page.path("nextCursor").asText(null);
            }
            complete &= cursor == null;
        }
        return new Listed(records, complete);
    }

    /// The record as each service has it that has set it aside.
    ///
    /// @throws Failure if none has
    public List<Quarantined> find(UUID id) throws InterruptedException {
        List<Quarantined> found = new ArrayList<>();
        for (Target service : services) {
            Answer answer = service.get(PATH + "/" + id);
            if (answer.status() != NOT_FOUND) {
                found.add(read(service, service.accepted(answer)));
            }
        }
        if (found.isEmpty()) {
            throw Failure.failed(
                    "No record in quarantine has the id %s: ./parlance quarantine list --status all shows them."
                            .formatted(id));
        }
        return found;
    }

    /// Lets the service read a record as if it had just arrived.
    ///
    /// @return the record as it is afterwards: it waits again if it still cannot be read
    public Quarantined retry(Quarantined record) throws InterruptedException {
        Target service = of(record);
        service.accepted(service.post(PATH + "/" + record.id() + ":retry", JsonNodeFactory.instance.objectNode()));
        return read(service, service.accepted(service.get(PATH + "/" + record.id())));
    }

    public void discard(Quarantined record) throws InterruptedException {
        Target service = of(record);
        service.accepted(service.delete(PATH + "/" + record.id()));
    }

    private Target of(Quarantined record) {
        return services.stream()
                .filter(service -> service.name().equals(record.service()))
                .findFirst()
                .orElseThrow();
    }

    private static Quarantined read(Target service, JsonNode record) {
        try {
            return Target.JSON.treeToValue(record, Quarantined.class).of(service.name());
        } catch (JsonProcessingException e) {
            throw Failure.failed("%s does not answer as this command line expects; is it of another version?"
                    .formatted(service.name()));
        }
    }
}
