package dev.parlance.cli.installation;

import picocli.CommandLine.Option;

/// The flags for the ports of an installation; their defaults come from environment variables.
public final class PortOptions {
    @Option(
            names = "--port-kafka",
            paramLabel = "N",
            defaultValue = "${env:PARLANCE_PORT_KAFKA:-9092}",
            description = "Kafka's port (${DEFAULT-VALUE})")
    int kafka;

    @Option(
            names = "--port-postgres",
            paramLabel = "N",
            defaultValue = "${env:PARLANCE_PORT_POSTGRES:-15432}",
            description = "PostgreSQL's port (${DEFAULT-VALUE})")
    int postgres;

    @Option(
            names = "--port-s3",
            paramLabel = "N",
            defaultValue = "${env:PARLANCE_PORT_S3:-9000}",
            description = "the object store's port (${DEFAULT-VALUE})")
    int s3;

    @Option(
            names = "--port-conversation",
            paramLabel = "N",
            defaultValue = "${env:PARLANCE_PORT_CONVERSATION:-8080}",
            description = "conversation-service's port (${DEFAULT-VALUE})")
    int conversation;

    @Option(
            names = "--port-analysis",
            paramLabel = "N",
            defaultValue = "${env:PARLANCE_PORT_ANALYSIS:-8081}",
            description = "analysis-service's port (${DEFAULT-VALUE})")
    int analysis;

    @Option(
            names = "--port-summary",
            paramLabel = "N",
            defaultValue = "${env:PARLANCE_PORT_SUMMARY:-8082}",
            description = "summary-service's port (${DEFAULT-VALUE})")
    int summary;

    public Ports ports() {
        return new Ports(kafka, postgres, s3, conversation, analysis, summary);
    }
}
