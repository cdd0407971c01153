package dev.parlance.cli;

import dev.parlance.cli.admin.jobs.AudioCommand;
import dev.parlance.cli.admin.jobs.ReanalyzeCommand;
import dev.parlance.cli.admin.jobs.RepublishCommand;
import dev.parlance.cli.admin.levels.LevelsCommand;
import dev.parlance.cli.admin.quarantine.QuarantineCommand;
import dev.parlance.cli.chat.ChatCommand;
import dev.parlance.cli.demo.DemoCommand;
import dev.parlance.cli.event.TailCommand;
import dev.parlance.cli.importing.ImportCommand;
import dev.parlance.cli.installation.LogsCommand;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.StatusCommand;
import dev.parlance.cli.installation.supervisor.DownCommand;
import dev.parlance.cli.installation.supervisor.UpCommand;
import dev.parlance.cli.text.AnalyzeCommand;
import dev.parlance.cli.text.SpeakCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The root command: without a subcommand, it shows the help.
@Command(
        name = "parlance",
        description = "Turns learners' conversations into vocabulary, highlights and a daily picture of learning.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = ParlanceCommand.VersionProvider.class,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TailCommand.class,
            ChatCommand.class,
            ImportCommand.class,
            AnalyzeCommand.class,
            SpeakCommand.class,
            ReanalyzeCommand.class,
            LevelsCommand.class,
            RepublishCommand.class,
            QuarantineCommand.class,
            AudioCommand.class,
            BenchCommand.class,
            FaultsCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, or done in part only",
            "2:wrong usage",
            "3:the machine is in the way: no JDK 25, a port in use, a service that does not answer"
        })
final class ParlanceCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Parlance " + RunningInstallation.currentVersion()};
        }
    }
}
