package dev.parlance.journey;

import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.Endpoints;
import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.client.ServiceProcess.Configuration;
import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.process.ManagedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A whole Parlance on free ports: broker, database, S3 and the three services, each a process that can be killed.
final class Installation implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final PlatformSettings settings =
            PlatformSettings.temporary().withParts(Part.KAFKA, Part.POSTGRES, Part.S3);
    private final EmbeddedPlatform platform = EmbeddedPlatform.start(settings);
    private final Map<String, String> environment = new HashMap<>(platformEnvironment());
    private final List<ServiceProcess> instances = new ArrayList<>();

    Installation() {
        for (Service service : Service.values()) {
            instances.add(newInstance(service));
        }
        // before the first starts: conversation-service calls the others
        environment.put("PARLANCE_ANALYSIS_URL", first(Service.ANALYSIS).url());
        environment.put("PARLANCE_SUMMARY_URL", first(Service.SUMMARY).url());
        instances.forEach(ServiceProcess::launch);
        instances.forEach(ServiceProcess::awaitReady);
    }

    /// Starts one more instance of a service.
    ServiceProcess add(Service service) {
        ServiceProcess instance = newInstance(service);
        instance.launch();
        instances.add(instance);
        return instance;
    }

    void remove(ServiceProcess instance) {
        stop(instance);
        instances.remove(instance);
    }

    void stop(ServiceProcess instance) {
        var _ = instance.stop(STOP_TIMEOUT);
    }

    ServiceProcess first(Service service) {
        return instances.stream()
                .filter(instance -> instance.service() == service)
                .findFirst()
                .orElseThrow();
    }

    ParlanceApi api() {
        return new ParlanceApi(
                first(Service.CONVERSATION).url(),
                first(Service.ANALYSIS).url(),
                first(Service.SUMMARY).url());
    }

    String kafka() {
        return platform.endpoints().kafka();
    }

    SqlClient sql(String role) {
        return SqlClient.of(platform.endpoints(), role);
    }

    long brokerPid() {
        return platform.process(Part.KAFKA).pid();
    }

    void killBroker() {
        platform.process(Part.KAFKA).kill();
    }

    void restartBroker() {
        platform.restart(Part.KAFKA);
    }

    /// Imports a file as an operator would, in a process of its own.
    ManagedProcess startImport(Path file, String url, String... options) {
        List<String> words = new ArrayList<>(
                List.of(Checkout.javaExecutable(), "-jar", commandLineJar(), "import", file.toString(), "--url", url));
        words.addAll(List.of(options));
        String name = "import-" + System.nanoTime();
        return ManagedProcess.start(new ManagedProcess.Command(
                "import",
                words,
                Map.of(),
                settings.directory().resolve("logs").resolve(name + ".log"),
                settings.directory().resolve("run").resolve(name + ".pid")));
    }

    /// Runs a command of `./parlance` to its end.
    ///
    /// @param input what it reads from standard input
    CommandResult run(String input, String... words) {
        List<String> all = new ArrayList<>(List.of(
                Checkout.javaExecutable(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                commandLineJar()));
        all.addAll(List.of(words));
        return CommandResult.run(all, input);
    }

    Path file(String name) {
        return settings.directory().resolve(name);
    }

    @Override
    public void close() {
        instances.forEach(this::stop);
        platform.close();
    }

    private ServiceProcess newInstance(Service service) {
        return new ServiceProcess(service, new Configuration(settings.directory(), environment, JVM_OPTIONS));
    }

    private Map<String, String> platformEnvironment() {
        Endpoints endpoints = platform.endpoints();
        return Map.of(
                "PARLANCE_KAFKA", endpoints.kafka(),
                "PARLANCE_DB_URL", endpoints.jdbcUrl(),
                "PARLANCE_S3_URL", endpoints.s3Url(),
                "PARLANCE_S3_ACCESS_KEY", endpoints.s3AccessKey(),
                "PARLANCE_S3_SECRET_KEY", endpoints.s3SecretKey(),
                "PARLANCE_TRACE_SEARCH_TIMEOUT", "20s",
                "PARLANCE_PEER_REQUEST_TIMEOUT", "20s");
    }

    private static String commandLineJar() {
        return Checkout.root().resolve("cli/target/cli.jar").toString();
    }
}
