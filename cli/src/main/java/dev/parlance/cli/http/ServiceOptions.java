package dev.parlance.cli.http;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/// The options `--service` and `--url` of administration commands.
public final class ServiceOptions {
    private static final Ports DEFAULT_PORTS = new Ports(9092, 15432, 9000, 8080, 8081, 8082);

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "conversation, analysis or summary (default: all of them)")
    Service service;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    public List<ServiceClient> clients() {
        if (url != null && service == null) {
            throw CommandFailure.usage("--url is the address of one service: name it with --service.");
        }
        return service != null
                ? List.of(client(service, url))
                : Arrays.stream(Service.values())
                        .map(each -> client(each, null))
                        .toList();
    }

    /// @param url null for that of the running installation, else the usual one
    public static ServiceClient client(Service service, URI url) {
        if (url != null && !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw CommandFailure.usage("--url takes an address such as http://localhost:8080.");
        }
        return new ServiceClient(
                service.artifact(),
                url != null
                        ? url
                        : URI.create(RunningInstallation.find(Home.current())
                                .map(RunningInstallation::ports)
                                .orElse(DEFAULT_PORTS)
                                .url(service)));
    }
}
