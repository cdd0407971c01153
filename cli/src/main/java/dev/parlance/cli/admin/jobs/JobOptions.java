package dev.parlance.cli.admin.jobs;

import java.net.URI;
import picocli.CommandLine.Option;

/// The flags of every command that starts a job in a service.
final class JobOptions {
    @Option(names = "--no-wait", description = "do not wait for the end")
    boolean noWait;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Option(names = "--json", description = "print the outcome as JSON")
    boolean json;
}
