package dev.parlance.fault.cluster;

import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.client.ServiceProcess.Configuration;
import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.Database;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A whole Parlance with new data on free ports: broker, database, on demand S3, and one instance of each service to
/// begin with. Between the services and Kafka, between each service and PostgreSQL, and between everybody and S3
/// stands a proxy.
public final class TestCluster implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final PlatformSettings settings;
    private final EmbeddedPlatform platform;
    private final ChaosProxy kafka;
    private final Map<Service, ChaosProxy> databaseProxies = new EnumMap<>(Service.class);
    private final Optional<ChaosProxy> objectStore;
    private final List<ServiceProcess> instances = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private final Thread shutdownHook = new Thread(this::killAll, "world-stop");

    private TestCluster(Optional<Path> directory, boolean withStore) {
        Part[] parts = withStore ? Part.values() : new Part[] {Part.KAFKA, Part.POSTGRES};
        int broker = Ports.findFree();
        this.kafka = ChaosProxy.to(broker);
        this.settings = directory
                .map(place -> new PlatformSettings(place, 0, 0, 0, Set.of(Part.KAFKA, Part.POSTGRES)))
                .orElseGet(PlatformSettings::temporary)
                .withParts(parts)
                .withKafkaBehindProxy(broker, kafka.port());
        this.platform = EmbeddedPlatform.start(settings);
        int database = URI.create(platform.endpoints().jdbcUrl().substring("jdbc:".length()))
                .getPort();
        for (Service service : Service.values()) {
            databaseProxies.put(service, ChaosProxy.to(database));
        }
        this.objectStore = withStore
                ? Optional.of(
                        ChaosProxy.to(URI.create(platform.endpoints().s3Url()).getPort()))
                : Optional.empty();
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /// Started, and ready; without S3.
    ///
    /// @param directory where its data lies; else a new one that goes with it
    /// @param options   of every service's JVM
    public static TestCluster start(Optional<Path> directory, List<String> options) {
        return start(directory, options, false);
    }

    /// @param withStore whether there is an S3
    public static TestCluster start(Optional<Path> directory, List<String> options, boolean withStore) {
        var cluster = new TestCluster(directory, withStore);
        try {
            for (Service service : Service.values()) {
                cluster.newInstance(service).launch(options.toArray(String[]::new));
            }
            cluster.instances.forEach(ServiceProcess::awaitReady);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /// One more instance of a service, not started yet.
    public ServiceProcess newInstance(Service service) {
        var instance = newProcess(
                service,
                platform.endpoints().kafka(),
                "jdbc:postgresql://127.0.0.1:%d/parlance"
                        .formatted(databaseProxies.get(service).port()));
        instances.add(instance);
        if (closed) {
            instance.close();
        }
        return instance;
    }

    /// A conversation-service of another installation: with a new database on the same server and without a broker, but
    /// with the same S3. Not started yet; to be closed by the caller.
    public ServiceProcess newStranger() {
        String database = "stranger";
        String url = platform.endpoints().jdbcUrl().replaceFirst("/parlance$", "/" + database);
        sql("postgres").execute("create database " + database);
        new Database(url, SqlClient.SUPERUSER, platform.endpoints().superuserPassword()).provisionLocally();
        return newProcess(Service.CONVERSATION, "127.0.0.1:1", url);
    }

    private ServiceProcess newProcess(Service service, String kafkaAddress, String jdbcUrl) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLANCE_KAFKA", kafkaAddress);
        environment.put("PARLANCE_DB_URL", jdbcUrl);
        objectStore.ifPresent(proxy -> {
            environment.put("PARLANCE_S3_URL", "http://127.0.0.1:" + proxy.port());
            environment.put("PARLANCE_S3_ACCESS_KEY", platform.endpoints().s3AccessKey());
            environment.put("PARLANCE_S3_SECRET_KEY", platform.endpoints().s3SecretKey());
        });
        return new ServiceProcess(service, new Configuration(settings.directory(), environment, JVM_OPTIONS));
    }

    public void remove(ServiceProcess instance) {
        instance.kill();
        instances.remove(instance);
    }

    public ServiceProcess first(Service service) {
        return all(service).getFirst();
    }

    public List<ServiceProcess> all(Service service) {
        return instances.stream().filter(one -> one.service() == service).toList();
    }

    public List<ServiceProcess> all() {
        return List.copyOf(instances);
    }

    /// The proxy between all clients and the broker.
    public ChaosProxy kafkaProxy() {
        return kafka;
    }

    /// The proxy between a service and the database.
    public ChaosProxy databaseProxy(Service service) {
        return databaseProxies.get(service);
    }

    public ManagedProcess process(Part part) {
        return platform.process(part);
    }

    public void restart(Part part) {
        platform.restart(part);
    }

    public String bootstrapServers() {
        return platform.endpoints().kafka();
    }

    /// Connects as a role: `checker` reads all, `<schema>_app` is a service, `postgres` may do anything.
    public SqlClient sql(String role) {
        return SqlClient.of(platform.endpoints(), role);
    }

    /// Lines of all logs of services that contain this text.
    public long countLogLines(String text) {
        return instances.stream()
                .mapToLong(instance -> instance.countLogLines(text))
                .sum();
    }

    /// Where a run may write, and where the logs are; gone after `close()`.
    public Path directory() {
        return settings.directory();
    }

    /// Copies what the processes have logged.
    public void copyLogs(Path target) {
        try (var logs = Files.list(settings.directory().resolve("logs"))) {
            Files.createDirectories(target);
            for (Path log : logs.toList()) {
                Files.copy(log, target.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the JVM is ending already, and the hook with it
        }
        killAll();
        platform.close();
        kafka.close();
        databaseProxies.values().forEach(ChaosProxy::close);
        objectStore.ifPresent(ChaosProxy::close);
    }

    /// Without a graceful stop: their data is deleted, too.
    private void killAll() {
        closed = true;
        instances.forEach(ServiceProcess::close);
    }

    /// Stops every instance of these services gracefully and in parallel; the caller starts them again.
    public void stop(Service... kinds) {
        List<Service> wanted = List.of(kinds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.stream()
                    .filter(instance -> wanted.contains(instance.service()))
                    .forEach(instance -> {
                        var _ = threads.submit(() -> instance.stop(STOP_TIMEOUT));
                    });
        }
    }
}
