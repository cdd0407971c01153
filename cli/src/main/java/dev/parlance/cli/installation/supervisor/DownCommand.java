package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stops what ./parlance up has started, also when that was killed.")
public final class DownCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec);
        terminal.print(
                switch (new StopInstallation(Home.current()).stop()) {
                    case STOPPED -> "Parlance is down.";
                    case LEFTOVERS_ENDED -> "Parlance is down; what a killed run had left behind is ended.";
                    case WAS_DOWN -> "Parlance was not up.";
                });
    }
}
