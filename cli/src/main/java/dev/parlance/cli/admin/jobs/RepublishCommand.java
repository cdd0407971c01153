package dev.parlance.cli.admin.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "republish",
        description = {
            "Lets a service tell its past again, from its own tables, beside what happens now.",
            "For readers that lost their tables; those that have them change nothing. Ctrl-C ends the watching, not the work."
        })
public final class RepublishCommand implements Callable<Integer> {
    /// Which service publishes its stored events again.
    enum Stage {
        CONVERSATION(Service.CONVERSATION),
        ANALYSIS(Service.ANALYSIS);

        private final Service service;

        Stage(Service service) {
            this.service = service;
        }
    }

    @Spec
    CommandSpec spec;

    @Option(
            names = "--stage",
            required = true,
            paramLabel = "STAGE",
            description = "conversation: conversations and turns; analysis: what was found in turns")
    Stage stage;

    @Option(names = "--from", paramLabel = "INSTANT", description = "turns recorded then or later")
    String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "turns recorded before then")
    String to;

    @Option(names = "--learner", paramLabel = "ID", description = "the turns of this learner alone")
    String learner;

    @Mixin
    JobOptions options;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        return new AdminJob(AdminJob.Kind.REPUBLISH, ServiceOptions.client(stage.service, options.url), terminal)
                .run(request(), options, this::report);
    }

    private Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("from", from);
        request.put("to", to);
        request.put("learnerId", learner);
        request.values().removeIf(Objects::isNull);
        return request;
    }

    private String report(JsonNode ended, long turns) {
        return "%s told %s again.".formatted(stage.service.artifact(), AdminJob.formatTurns(turns));
    }
}
