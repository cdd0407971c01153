package dev.parlance.journey.fault.world;

import dev.parlance.journey.fault.proxy.ChaosProxy;
import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.Part;
import dev.parlance.platform.PlatformSettings;
import dev.parlance.platform.Ports;
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
import java.util.stream.Stream;

/// A whole Parlance with new data on free ports: broker, database, on demand S3, and one instance of each service to
/// begin with. Between the services and Kafka, between each service and PostgreSQL, and between everybody and S3
/// stands a proxy.
public final class World implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Path home =
            Path.of(System.getProperty("parlance.home", "..")).toAbsolutePath().normalize();
    private final PlatformSettings settings;
    private final EmbeddedPlatform platform;
    private final ChaosProxy kafka;
    private final Map<Kind, ChaosProxy> databases = new EnumMap<>(Kind.class);
    private final Optional<ChaosProxy> store;
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private final Thread endOfJvm = new Thread(this::endAll, "world-stop");

    private World(Optional<Path> directory, boolean withStore) {
        Part[] parts = withStore ? Part.values() : new Part[] {Part.KAFKA, Part.POSTGRES};
        int broker = Ports.free();
        this.kafka = ChaosProxy.to(broker);
        this.settings = directory
                .map(place -> new PlatformSettings(place, 0, 0, 0, Set.of(Part.KAFKA, Part.POSTGRES)))
                .orElseGet(PlatformSettings::temporary)
                .with(parts)
                .withKafkaBehindProxy(broker, kafka.port());
        this.platform = EmbeddedPlatform.start(settings);
        int database = URI.create(platform.endpoints().jdbcUrl().substring("jdbc:".length()))
                .getPort();
        for (Kind kind : Kind.values()) {
            databases.put(kind, ChaosProxy.to(database));
        }
        this.store = withStore
                ? Optional.of(
                        ChaosProxy.to(URI.create(platform.endpoints().s3Url()).getPort()))
                : Optional.empty();
        Runtime.getRuntime().addShutdownHook(endOfJvm);
    }

    /// Started, and ready; without S3.
    ///
    /// @param directory where its data lies; else a new one that goes with it
    /// @param options   of every service's JVM
    public static World start(Optional<Path> directory, List<String> options) {
        return start(directory, options, false);
    }

    /// @param withStore whether there is an S3
    public static World start(Optional<Path> directory, List<String> options, boolean withStore) {
        var world = new World(directory, withStore);
        try {
            for (Kind kind : Kind.values()) {
                world.prepare(kind).launch(options.toArray(String[]::new));
            }
            world.instances.forEach(Instance::awaitReady);
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /// One more instance of a service, not started yet.
    public Instance prepare(Kind kind) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLANCE_KAFKA", platform.endpoints().kafka());
        environment.put(
                "PARLANCE_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d/parlance"
                        .formatted(databases.get(kind).port()));
        store.ifPresent(proxy -> {
            environment.put("PARLANCE_S3_URL", "http://127.0.0.1:" + proxy.port());
            environment.put("PARLANCE_S3_ACCESS_KEY", platform.endpoints().s3AccessKey());
            environment.put("PARLANCE_S3_SECRET_KEY", platform.endpoints().s3SecretKey());
        });
        var instance = new Instance(kind, home, settings.directory(), environment, () -> ended);
        instances.add(instance);
        return instance;
    }

    public void remove(Instance instance) {
        instance.kill();
        instances.remove(instance);
    }

    public Instance first(Kind kind) {
        return all(kind).getFirst();
    }

    public List<Instance> all(Kind kind) {
        return instances.stream().filter(one -> one.kind() == kind).toList();
    }

    public List<Instance> all() {
        return List.copyOf(instances);
    }

    /// The proxy between all clients and the broker.
    public ChaosProxy kafkaWire() {
        return kafka;
    }

    /// The proxy between a service and the database.
    public ChaosProxy databaseWire(Kind kind) {
        return databases.get(kind);
    }

    /// The proxy between everybody, clients too, and S3.
    public ChaosProxy storeWire() {
        return store.orElseThrow();
    }

    public ManagedProcess process(Part part) {
        return platform.process(part);
    }

    public void restart(Part part) {
        platform.restart(part);
    }

    public String kafka() {
        return platform.endpoints().kafka();
    }

    /// The database as a role sees it: `checker` reads all, `<schema>_app` is a service, `postgres` may do anything.
    public Sql sql(String role) {
        return new Sql(platform.endpoints().jdbcUrl(), role);
    }

    /// The checkout.
    public Path home() {
        return home;
    }

    /// How many lines of all logs hold this text.
    public long linesOfLogsWith(String text) {
        try (var logs = Files.list(settings.directory().resolve("logs"))) {
            long lines = 0;
            for (Path log : logs.toList()) {
                try (Stream<String> all = Files.lines(log)) {
                    lines += all.filter(line -> line.contains(text)).count();
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a run may write, and where the logs are; gone after `close()`.
    public Path directory() {
        return settings.directory();
    }

    /// Copies what the processes have logged.
    public void keepLogs(Path target) {
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
            Runtime.getRuntime().removeShutdownHook(endOfJvm);
        } catch (IllegalStateException e) {
            // the JVM is ending already, and the hook with it
        }
        endAll();
        platform.close();
        kafka.close();
        databases.values().forEach(ChaosProxy::close);
        store.ifPresent(ChaosProxy::close);
    }

    /// Their data goes, too: nobody needs a good end.
    private void endAll() {
        ended = true;
        instances.stream().filter(Instance::isStarted).forEach(Instance::kill);
    }

    /// Ends every instance of these services in good order, all at once; somebody starts them again.
    public void stop(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.stream()
                    .filter(instance -> wanted.contains(instance.kind()))
                    .forEach(instance -> {
                        var _ = threads.submit(() -> instance.stop(GRACE));
                    });
        }
    }
}
