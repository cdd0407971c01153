package dev.parlance.cli;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Table;

/// Where everything of a running installation is to be found, for a person.
record Addresses(RunningInstallation installation) {

    static Addresses of(Home home) {
        return new Addresses(RunningInstallation.find(home)
                .orElseThrow(() -> Failure.failed("Parlance is not up: ./parlance up starts it.")));
    }

    String text() {
        Ports ports = installation.ports();
        Table table = new Table("part", "address", "");
        if (installation.services()) {
            table.row("conversation-service", ports.url(Service.CONVERSATION), "conversations and turns go in here");
            table.row("analysis-service", ports.url(Service.ANALYSIS), "vocabulary and highlights");
            table.row("summary-service", ports.url(Service.SUMMARY), "days and modules");
        }
        RunningInstallation.Access access = installation.endpoints();
        table.row("Kafka", access.kafka(), "./parlance tail shows what passes");
        table.row(
                "PostgreSQL",
                access.jdbcUrl().replaceFirst("^jdbc:", ""),
                "user checker, password checker, reads only");
        table.row("S3", String.valueOf(access.s3Url()), "./parlance status shows the keys");
        return table.render().stripTrailing();
    }
}
