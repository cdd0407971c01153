package dev.parlance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "levels",
        description = "Word lists by which the analysis says how hard a word is, such as CEFR, JLPT or HSK.",
        subcommands = {LevelsImport.class, LevelsList.class, LevelsRemove.class})
final class Levels implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
