package dev.parlance.cli.admin.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceClient;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "adopt",
        description = {
            "Makes the bucket this installation's own, after a restore or an upgrade: from then on its sweeps remove what"
                    + " its database does not know.",
            "Look at audio sweep --dry-run first. No other installation may use the bucket."
        })
final class AudioAdoptCommand implements Callable<Integer> {
    private static final String PATH = "/v1/admin/audio/bucket";

    @Spec
    CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Option(names = "--json", description = "print the outcome as JSON")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        ServiceClient service = ServiceOptions.client(Service.CONVERSATION, url);
        JsonNode before = service.requireSuccess(service.get(PATH));
        JsonNode after = service.requireSuccess(service.post(PATH + ":adopt", ServiceClient.JSON.createObjectNode()));
        if (json) {
            terminal.print(after.toString());
        }
        if (!isOwn(after)) {
            throw CommandFailure.failed("The bucket %s was not adopted. %s"
                    .formatted(
                            after.path("bucket").asText(), after.path("advice").asText()));
        }
        if (!json) {
            terminal.print(isOwn(before) ? unchanged(after) : adopted(before, after));
        }
        return 0;
    }

    private static boolean isOwn(JsonNode bucket) {
        return bucket.path("state").asText().equals("own");
    }

    private static String unchanged(JsonNode bucket) {
        return "The bucket %s was this installation's own before; nothing was changed."
                .formatted(bucket.path("bucket").asText());
    }

    private static String adopted(JsonNode before, JsonNode after) {
        return "The bucket %s was %s and is this installation's own now (installation %s)."
                .formatted(
                        after.path("bucket").asText(),
                        before.path("state").asText(),
                        after.path("installationId").asText());
    }
}
