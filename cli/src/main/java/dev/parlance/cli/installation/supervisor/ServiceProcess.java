package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.installation.HealthProbe;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.platform.Endpoints;
import dev.parlance.platform.process.ManagedProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One of the three services as a local process.
final class ServiceProcess implements Supervisor.SupervisedProcess {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(180);
    /// What docs/operations.md says that a service may take to stop; then it is killed.
    static final Duration STOP_GRACE_PERIOD = Duration.ofSeconds(35);

    private final Service service;
    private final String url;
    private final ManagedProcess.Command command;
    private final HealthProbe health;
    private volatile ManagedProcess process;

    ServiceProcess(Home home, Service service, Ports ports, Endpoints endpoints, HealthProbe health) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.service = service;
        this.url = ports.url(service);
        this.health = health;
        this.command = new ManagedProcess.Command(
                service.artifact(),
                List.of(
                        java.toString(),
                        service.heap(),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-jar",
                        home.jar(service).toString()),
                environment(service, ports, endpoints),
                home.log(service.id()),
                home.pidFile(service));
    }

    /// The settings that `up` passes to a service; it inherits all others from the environment of `up`.
    static Map<String, String> environment(Service service, Ports ports, Endpoints endpoints) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLANCE_KAFKA", endpoints.kafka());
        environment.put("PARLANCE_DB_URL", endpoints.jdbcUrl());
        environment.put("PARLANCE_DB_USER", service.id() + "_app");
        environment.put("PARLANCE_DB_PASSWORD", service.id() + "_app");
        environment.put("PARLANCE_DB_OWNER_USER", service.id() + "_owner");
        environment.put("PARLANCE_DB_OWNER_PASSWORD", service.id() + "_owner");
        environment.put("PARLANCE_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("PARLANCE_ANALYSIS_URL", ports.url(Service.ANALYSIS));
        environment.put("PARLANCE_SUMMARY_URL", ports.url(Service.SUMMARY));
        environment.put("PARLANCE_S3_URL", endpoints.s3Url());
        environment.put("PARLANCE_S3_ACCESS_KEY", endpoints.s3AccessKey());
        environment.put("PARLANCE_S3_SECRET_KEY", endpoints.s3SecretKey());
        environment.values().removeIf(value -> value == null);
        return environment;
    }

    static void requireBuilt(Home home) {
        for (Service service : Service.values()) {
            if (!Files.exists(home.jar(service))) {
                throw CommandFailure.environment("%s is not built: call ./parlance up without PARLANCE_BUILD=never."
                        .formatted(service.artifact()));
            }
        }
    }

    @Override
    public String id() {
        return service.id();
    }

    @Override
    public String title() {
        return service.artifact();
    }

    @Override
    public void start() {
        process = ManagedProcess.start(command);
    }

    void waitUntilReady() {
        process.waitUntilReady(() -> health.isReady(url), READY_TIMEOUT);
    }

    void stop() {
        if (process != null) {
            process.stop(STOP_GRACE_PERIOD);
        }
    }

    @Override
    public Optional<Integer> exitCode() {
        return process.exitCode();
    }
}
