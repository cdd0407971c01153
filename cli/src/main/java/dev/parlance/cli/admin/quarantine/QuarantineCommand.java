package dev.parlance.cli.admin.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "quarantine",
        description =
                "Shows what services have set aside because nobody could read it, and sends it again or discards it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            QuarantineListCommand.class,
            QuarantineShowCommand.class,
            QuarantineRetryCommand.class,
            QuarantineDiscardCommand.class
        })
public final class QuarantineCommand implements Runnable {
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// @throws CommandFailure if one of them is not an id
    static List<UUID> ids(List<String> texts) {
        List<UUID> ids = new ArrayList<>();
        for (String text : texts) {
            if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                throw CommandFailure.usage(
                        "\"%s\" is not the id of a record: ./parlance quarantine list shows the ids.".formatted(text));
            }
            ids.add(UUID.fromString(text));
        }
        return ids;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }
}
