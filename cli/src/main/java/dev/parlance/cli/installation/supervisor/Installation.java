package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.installation.HealthProbe;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.LogFile;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import dev.parlance.platform.Endpoints;
import dev.parlance.platform.Platform;
import dev.parlance.platform.host.LockFile;
import dev.parlance.platform.host.Parallel;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A local installation: starts the platform, then the services in parallel, and stops them in the opposite order.
/// This process supervises them; there is one per checkout.
public final class Installation implements AutoCloseable {
    private final Home home;
    private final Settings settings;
    private final Terminal terminal;
    private final List<AutoCloseable> resources = new ArrayList<>();

    /// The options of `up` and `demo`.
    public record Settings(Ports ports, boolean infrastructureOnly, boolean fresh) {}

    private Installation(Home home, Settings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
    }

    /// Starts everything and returns when it is ready; if that fails, everything is stopped again.
    public static Installation start(Home home, Settings settings, Terminal terminal) {
        Installation installation = new Installation(home, settings, terminal);
        try {
            installation.start();
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private void start() {
        acquireLock();
        prepare();
        if (!settings.infrastructureOnly()) {
            ServiceProcess.requireBuilt(home);
        }
        RunningInstallation state =
                RunningInstallation.starting(settings.ports(), startsInfrastructure(), !settings.infrastructureOnly());
        state.write(home);
        resources.add(() -> RunningInstallation.deleteState(home));
        terminal.printStatus("starting  Kafka, PostgreSQL, S3");
        Platform platform = startPlatform();
        Endpoints endpoints = platform.endpoints();
        RunningInstallation.InfrastructureAccess access = new RunningInstallation.InfrastructureAccess(
                endpoints.kafka(),
                endpoints.jdbcUrl(),
                endpoints.s3Url(),
                endpoints.s3AccessKey(),
                endpoints.s3SecretKey());
        state.with(false, access).write(home);
        List<Supervisor.SupervisedProcess> supervised = new ArrayList<>(InfrastructureProcess.of(platform));
        if (!settings.infrastructureOnly()) {
            terminal.printStatus("starting  conversation-service, analysis-service, summary-service");
            supervised.addAll(startServices(endpoints));
        }
        resources.add(Supervisor.start(supervised, terminal));
        state.with(true, access).write(home);
    }

    private void acquireLock() {
        resources.add(LockFile.tryAcquire(home.run().resolve("up.lock"))
                .orElseThrow(() -> CommandFailure.environment(
                        "Parlance is up already%s: ./parlance status shows it, ./parlance down stops it."
                                .formatted(RunningInstallation.find(home)
                                        .map(running -> " (process %d)".formatted(running.pid()))
                                        .orElse("")))));
    }

    private void prepare() {
        Leftovers leftovers = new Leftovers(home);
        int ended = leftovers.end();
        if (ended > 0) {
            terminal.printStatus("ended     %d processes of an earlier run that was killed".formatted(ended));
        }
        if (settings.fresh()) {
            leftovers.deleteData();
        }
        List<String> conflicts = settings.ports().findConflicts(startsInfrastructure(), !settings.infrastructureOnly());
        if (!conflicts.isEmpty()) {
            throw CommandFailure.environment(String.join(System.lineSeparator(), conflicts));
        }
        Arrays.stream(Service.values()).forEach(service -> new LogFile(home.log(service.id())).rotate());
        Arrays.stream(Part.values()).forEach(part -> new LogFile(home.log(part.key())).rotate());
    }

    private static boolean startsInfrastructure() {
        return !"external".equals(System.getenv("PARLANCE_PLATFORM"));
    }

    private Platform startPlatform() {
        Ports ports = settings.ports();
        Platform platform = Platform.start(
                new PlatformSettings(home.state(), ports.kafka(), ports.postgres(), ports.s3(), Set.of(Part.values())));
        resources.add(platform);
        return platform;
    }

    private List<ServiceProcess> startServices(Endpoints endpoints) {
        HealthProbe health = new HealthProbe();
        List<ServiceProcess> services = new ArrayList<>();
        for (Service service : Service.values()) {
            services.add(new ServiceProcess(home, service, settings.ports(), endpoints, health));
        }
        resources.add(() -> runParallel(services, ServiceProcess::stop));
        services.forEach(ServiceProcess::start);
        runParallel(services, ServiceProcess::waitUntilReady);
        return services;
    }

    private static void runParallel(List<ServiceProcess> services, Consumer<ServiceProcess> action) {
        try {
            Parallel.runUntilFailure(services.stream()
                    .map(service -> (Runnable) () -> action.accept(service))
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("stopped while starting");
        }
    }

    /// Stops in the opposite order of the start; continues after a failure.
    @Override
    public void close() {
        Thread.interrupted(); // an interrupt by the stop signal must not shorten the grace periods
        for (AutoCloseable last : resources.reversed()) {
            try {
                last.close();
            } catch (Exception e) {
                terminal.printStatus("could not be stopped: " + e.getMessage());
            }
        }
        resources.clear();
    }
}
