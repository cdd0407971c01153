package dev.parlance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.admin.OrderedWork;
import dev.parlance.cli.admin.Target;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.installation.StopSignal;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "republish",
        description = {
            "Lets a service tell its past again, from its own tables, beside what happens now.",
            "For readers that lost their tables; those that have them change nothing. Ctrl-C ends the watching, not the work."
        })
final class Republish implements Callable<Integer> {
    /// Whose past it is: turns as they were recorded, or what was found in them.
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

    @Option(names = "--no-wait", description = "do not wait for the end")
    boolean noWait;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Option(names = "--json", description = "print the outcome as JSON")
    boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        Target service = ServiceOptions.target(stage.service, url);
        OrderedWork republish = new OrderedWork(OrderedWork.Kind.REPUBLISH, service, terminal);
        JsonNode ordered = republish.order(selection());
        if (noWait) {
            terminal.print(json ? text(ordered) : republish.wayBack(ordered));
            return 0;
        }
        try (StopSignal _ = StopSignal.awaited()) {
            try {
                JsonNode ended = republish.followed(ordered);
                if (json) {
                    terminal.print(text(ended));
                }
                String outcome =
                        "%s told %s again.".formatted(service.name(), OrderedWork.turns(republish.outcome(ended)));
                if (!json) {
                    terminal.print(outcome);
                }
            } catch (InterruptedException e) {
                terminal.say(republish.wayBack(ordered));
            }
        }
        return 0;
    }

    private Map<String, String> selection() {
        Map<String, String> selection = new LinkedHashMap<>();
        put(selection, "from", from);
        put(selection, "to", to);
        put(selection, "learnerId", learner);
        return selection;
    }

    private static void put(Map<String, String> selection, String name, String value) {
        if (value != null) {
            selection.put(name, value);
        }
    }

    private static String text(JsonNode json) throws JsonProcessingException {
        return JsonMapper.builder().build().writeValueAsString(json);
    }
}
