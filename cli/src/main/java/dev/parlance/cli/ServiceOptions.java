package dev.parlance.cli;

import dev.parlance.cli.admin.Target;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Failure;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/// Which services a command of the administration calls, and where they are.
final class ServiceOptions {
    private static final Ports USUAL = new Ports(9092, 15432, 9000, 8080, 8081, 8082);

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

    List<Target> targets() {
        if (url != null && service == null) {
            throw Failure.usage("--url is the address of one service: name it with --service.");
        }
        return service != null
                ? List.of(target(service, url))
                : Arrays.stream(Service.values())
                        .map(each -> target(each, null))
                        .toList();
    }

    /// @param url null for that of the running installation, else the usual one
    static Target target(Service service, URI url) {
        if (url != null && !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw Failure.usage("--url takes an address such as http://localhost:8080.");
        }
        return new Target(
                service.artifact(),
                url != null
                        ? url
                        : URI.create(RunningInstallation.find(Home.found())
                                .map(RunningInstallation::ports)
                                .orElse(USUAL)
                                .url(service)));
    }
}
