package dev.parlance.cli;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.Installation;
import dev.parlance.cli.installation.StopSignal;
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
final class Up implements Runnable {
    enum Only {
        INFRA
    }

    @Spec
    CommandSpec spec;

    @Option(names = "--only", paramLabel = "infra", description = "start Kafka, PostgreSQL and S3 without the services")
    Only only;

    @Option(names = "--fresh", description = "remove the data of earlier runs first")
    boolean fresh;

    @Mixin
    PortOptions ports;

    @Override
    public void run() {
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        Home home = Home.found();
        long begun = System.nanoTime();
        try (StopSignal stop = StopSignal.awaited();
                Installation _ = Installation.start(home, settings(), terminal)) {
            terminal.print(Addresses.of(home).text());
            terminal.print("Ready in %.1f s. Ctrl-C stops everything; the data stays in .parlance/."
                    .formatted(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0));
            stop.await();
            terminal.say("stopping");
        }
    }

    private Installation.Settings settings() {
        return new Installation.Settings(ports.ports(), only == Only.INFRA, fresh);
    }
}
