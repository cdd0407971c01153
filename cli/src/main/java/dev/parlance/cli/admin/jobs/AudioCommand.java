package dev.parlance.cli.admin.jobs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "audio",
        description = "Looks after the sound of turns.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AudioSweepCommand.class, AudioAdoptCommand.class})
public final class AudioCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
