package dev.parlance.cli.admin.levels;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "levels",
        description = "Word lists by which the analysis says how hard a word is, such as CEFR, JLPT or HSK.",
        subcommands = {LevelsImportCommand.class, LevelsListCommand.class, LevelsRemoveCommand.class})
public final class LevelsCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
