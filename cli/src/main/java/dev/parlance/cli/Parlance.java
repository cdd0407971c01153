package dev.parlance.cli;

import dev.parlance.cli.installation.RunningInstallation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command above all commands: alone, it shows what there is.
@Command(
        name = "parlance",
        description = "Turns learners' conversations into vocabulary, highlights and a daily picture of learning.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Parlance.Version.class,
        subcommands = {
            Demo.class,
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Tail.class,
            Chat.class,
            Import.class,
            Analyze.class,
            Speak.class,
            Reanalyze.class,
            Levels.class,
            Republish.class,
            Quarantine.class,
            Audio.class,
            Bench.class,
            Faults.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, or done in part only",
            "2:wrong usage",
            "3:the machine is in the way: no JDK 25, a port in use, a service that does not answer"
        })
final class Parlance implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Parlance " + RunningInstallation.currentVersion()};
        }
    }
}
