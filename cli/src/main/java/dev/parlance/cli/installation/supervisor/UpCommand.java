package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.InstallationAddresses;
import dev.parlance.cli.installation.PortOptions;
import dev.parlance.cli.terminal.StopSignal;
import dev.parlance.cli.terminal.Terminal;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = {
            "Starts Kafka, PostgreSQL, S3 and the three services, and stays until Ctrl-C, which stops them all.",
            "Data is kept in .parlance/ between runs."
        })
public final class UpCommand implements Runnable {
    enum Scope {
        INFRA
    }

    @Spec
    CommandSpec spec;

    @Option(names = "--only", paramLabel = "infra", description = "start Kafka, PostgreSQL and S3 without the services")
    Scope only;

    @Option(names = "--fresh", description = "remove the data of earlier runs first")
    boolean fresh;

    @Mixin
    PortOptions ports;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec);
        Home home = Home.current();
        long startNanos = System.nanoTime();
        try (StopSignal stop = StopSignal.install();
                Installation _ = Installation.start(home, settings(), terminal)) {
            terminal.print(InstallationAddresses.of(home).text());
            terminal.print("Ready in %.1f s. Ctrl-C stops everything; the data stays in .parlance/."
                    .formatted(Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0));
            stop.await();
            terminal.printStatus("stopping");
        }
    }

    private Installation.Settings settings() {
        return new Installation.Settings(ports.ports(), only == Scope.INFRA, fresh);
    }
}
