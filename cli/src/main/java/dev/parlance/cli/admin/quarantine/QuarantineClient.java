package dev.parlance.cli.admin.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.http.ServiceClient;
import dev.parlance.cli.http.ServiceResponse;
import dev.parlance.cli.terminal.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The quarantines of some services. Several services may have quarantined the same record under the same id: each
/// action applies to all of them.
public final class QuarantineClient {
    private static final String PATH = "/v1/admin/quarantine";
    private static final int NOT_FOUND = 404;
    private static final int MAX_PAGE_SIZE = 200;

    private final List<ServiceClient> services;

    public QuarantineClient(List<ServiceClient> services) {
        this.services = services;
    }

    /// @param complete whether the services have no more entries
    public record Listing(List<QuarantineEntry> records, boolean complete) {}

    /// @param status null for all
    /// @param limit  of one service
    public Listing list(String status, int limit) throws InterruptedException {
        List<QuarantineEntry> records = new ArrayList<>();
        boolean complete = true;
        for (ServiceClient service : services) {
            String cursor = "";
            int left = limit;
            while (cursor != null && left > 0) {
                String query = "?limit=" + Math.min(left, MAX_PAGE_SIZE)
                        + (status == null ? "" : "&status=" + status)
                        + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
                JsonNode page = service.requireSuccess(service.get(PATH + query));
                for (JsonNode record : page.path("items")) {
                    records.add(read(service, record));
                    left--;
                }
                cursor = page.path("nextCursor").asText(null);
            }
            complete &= cursor == null;
        }
        return new Listing(records, complete);
    }

    /// The entries of a record in all services.
    ///
    /// @throws CommandFailure if there is none
    public List<QuarantineEntry> find(UUID id) throws InterruptedException {
        List<QuarantineEntry> found = new ArrayList<>();
        for (ServiceClient service : services) {
            ServiceResponse response = service.get(PATH + "/" + id);
            if (response.status() != NOT_FOUND) {
                found.add(read(service, service.requireSuccess(response)));
            }
        }
        if (found.isEmpty()) {
            throw CommandFailure.failed(
                    "No record in quarantine has the id %s: ./parlance quarantine list --status all shows them."
                            .formatted(id));
        }
        return found;
    }

    /// Makes the service process a record again.
    ///
    /// @return the entry afterwards: it is waiting again if the record still cannot be read
    public QuarantineEntry retry(QuarantineEntry record) throws InterruptedException {
        ServiceClient service = clientOf(record);
        service.requireSuccess(
                service.post(PATH + "/" + record.id() + ":retry", JsonNodeFactory.instance.objectNode()));
        return read(service, service.requireSuccess(service.get(PATH + "/" + record.id())));
    }

    public void discard(QuarantineEntry record) throws InterruptedException {
        ServiceClient service = clientOf(record);
        service.requireSuccess(service.delete(PATH + "/" + record.id()));
    }

    private ServiceClient clientOf(QuarantineEntry record) {
        return services.stream()
                .filter(service -> service.name().equals(record.service()))
                .findFirst()
                .orElseThrow();
    }

    private static QuarantineEntry read(ServiceClient service, JsonNode record) {
        try {
            return ServiceClient.JSON.treeToValue(record, QuarantineEntry.class).withService(service.name());
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed("%s does not answer as this command line expects; is it of another version?"
                    .formatted(service.name()));
        }
    }
}
