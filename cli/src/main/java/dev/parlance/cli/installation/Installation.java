package dev.parlance.cli.installation;

import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import dev.parlance.platform.Endpoints;
import dev.parlance.platform.Part;
import dev.parlance.platform.Platform;
import dev.parlance.platform.PlatformFailure;
import dev.parlance.platform.PlatformSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Parlance on this machine, from `start` until `close`: the platform, then the services side by side; stopped in
/// the opposite order. This process is their supervisor, and there is one per checkout.
public final class Installation implements AutoCloseable {
    private final Home home;
    private final Settings settings;
    private final Terminal terminal;
    private final List<AutoCloseable> opened = new ArrayList<>();

    /// What `up` and `demo` are told.
    public record Settings(Ports ports, boolean infrastructureOnly, boolean fresh) {}

    private Installation(Home home, Settings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
    }

    /// Starts everything and returns when it is ready for work; if that fails, nothing is left running.
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
        claim();
        clearTheWay();
        if (!settings.infrastructureOnly()) {
            ServiceProcess.requireBuilt(home);
        }
        RunningInstallation state =
                RunningInstallation.starting(settings.ports(), startsInfrastructure(), !settings.infrastructureOnly());
        state.write(home);
        opened.add(() -> RunningInstallation.forget(home));
        terminal.say("starting  Kafka, PostgreSQL, S3");
        Platform platform = startPlatform();
        Endpoints endpoints = platform.endpoints();
        RunningInstallation.Access access = new RunningInstallation.Access(
                endpoints.kafka(),
                endpoints.jdbcUrl(),
                endpoints.s3Url(),
                endpoints.s3AccessKey(),
                endpoints.s3SecretKey());
        state.with(false, access).write(home);
        List<Supervision.Supervised> supervised = new ArrayList<>(InfrastructureProcess.of(platform));
        if (!settings.infrastructureOnly()) {
            terminal.say("starting  conversation-service, analysis-service, summary-service");
            supervised.addAll(startServices(endpoints));
        }
        opened.add(Supervision.of(supervised, terminal));
        state.with(true, access).write(home);
    }

    /// Holds a lock that the operating system gives back by itself, however this process ends.
    private void claim() {
        try {
            Files.createDirectories(home.run());
            FileChannel lock = FileChannel.open(
                    home.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw Failure.environment(
                        "Parlance is up already%s: ./parlance status shows it, ./parlance down stops it."
                                .formatted(RunningInstallation.find(home)
                                        .map(running -> " (process %d)".formatted(running.pid()))
                                        .orElse("")));
            }
            opened.add(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clearTheWay() {
        Leftovers leftovers = new Leftovers(home);
        int ended = leftovers.end();
        if (ended > 0) {
            terminal.say("ended     %d processes of an earlier run that was killed".formatted(ended));
        }
        if (settings.fresh()) {
            leftovers.deleteData();
        }
        List<String> obstacles = settings.ports().obstacles(startsInfrastructure(), !settings.infrastructureOnly());
        if (!obstacles.isEmpty()) {
            throw Failure.environment(String.join(System.lineSeparator(), obstacles));
        }
        Arrays.stream(Service.values()).forEach(service -> new LogFile(home.log(service.id())).putAside());
        Arrays.stream(Part.values()).forEach(part -> new LogFile(home.log(part.key())).putAside());
    }

    private static boolean startsInfrastructure() {
        return !"external".equals(System.getenv("PARLANCE_PLATFORM"));
    }

    private Platform startPlatform() {
        Ports ports = settings.ports();
        Platform platform = Platform.start(
                new PlatformSettings(home.state(), ports.kafka(), ports.postgres(), ports.s3(), Set.of(Part.values())));
        opened.add(platform);
        return platform;
    }

    private List<ServiceProcess> startServices(Endpoints endpoints) {
        Health health = new Health();
        List<ServiceProcess> services = new ArrayList<>();
        for (Service service : Service.values()) {
            services.add(new ServiceProcess(home, service, settings.ports(), endpoints, health));
        }
        opened.add(() -> atOnce(services, ServiceProcess::stop));
        services.forEach(ServiceProcess::start);
        atOnce(services, ServiceProcess::waitUntilReady);
        return services;
    }

    private interface Deed {
        void on(ServiceProcess service);
    }

    /// Returns when all is done, or as soon as one has failed.
    private static void atOnce(List<ServiceProcess> services, Deed deed) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Void> deeds = new ExecutorCompletionService<>(threads);
            services.forEach(service -> deeds.submit(() -> deed.on(service), null));
            for (int done = 0; done < services.size(); done++) {
                deeds.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PlatformFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("stopped while starting");
        } finally {
            threads.shutdownNow();
        }
    }

    /// Stops in the opposite order of the start; what fails to stop keeps nothing else from being stopped.
    @Override
    public void close() {
        Thread.interrupted(); // the signal that brought us here must not hurry the children
        for (AutoCloseable last : opened.reversed()) {
            try {
                last.close();
            } catch (Exception e) {
                terminal.say("could not be stopped: " + e.getMessage());
            }
        }
        opened.clear();
    }
}
