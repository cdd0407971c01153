package dev.parlance.cli.installation;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Table;

/// The addresses of a running installation, for a person.
public record InstallationAddresses(RunningInstallation installation) {

    public static InstallationAddresses of(Home home) {
        return new InstallationAddresses(RunningInstallation.find(home)
                .orElseThrow(() -> CommandFailure.failed("Parlance is not up: ./parlance up starts it.")));
    }

    public String text() {
        Ports ports = installation.ports();
        Table table = new Table("part", "address", "");
        if (installation.services()) {
            table.row("conversation-service", ports.url(Service.CONVERSATION), "conversations and turns go in here");
            table.row("analysis-service", ports.url(Service.ANALYSIS), "vocabulary and highlights");
            table.row("summary-service", ports.url(Service.SUMMARY), "days and modules");
        }
        RunningInstallation.InfrastructureAccess access = installation.endpoints();
        table.row("Kafka", access.kafka(), "./parlance tail shows what passes");
        table.row(
                "PostgreSQL",
                access.jdbcUrl().replaceFirst("^jdbc:", ""),
                "user checker, password checker, reads only");
        table.row("S3", String.valueOf(access.s3Url()), "./parlance status shows the keys");
        return table.render().stripTrailing();
    }
}
