package dev.parlance.platform;

import dev.parlance.platform.host.Directories;
import dev.parlance.platform.host.LockFile;
import dev.parlance.platform.host.Parallel;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.host.PrivateFile;
import dev.parlance.platform.kafka.EmbeddedKafka;
import dev.parlance.platform.part.EmbeddedPart;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.Database;
import dev.parlance.platform.postgres.EmbeddedPostgres;
import dev.parlance.platform.process.ManagedProcess;
import dev.parlance.platform.s3.EmbeddedS3;
import dev.parlance.platform.s3.S3Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Real processes on this machine, without containers. Each part can be killed and restarted, for fault tests.
public final class EmbeddedPlatform implements Platform {
    private static final Duration STOP_GRACE_PERIOD = Duration.ofSeconds(20);

    private final PlatformSettings settings;
    private final LockFile lock;
    private final Map<Part, EmbeddedPart> parts = new EnumMap<>(Part.class);
    private final Map<Part, ManagedProcess> processes = new ConcurrentHashMap<>();
    private final Endpoints endpoints;
    private final Thread shutdownHook = new Thread(this::stopAll, "platform-stop");

    private EmbeddedPlatform(PlatformSettings settings, LockFile lock) {
        this.settings = settings;
        this.lock = lock;
        String bootstrapServers = null;
        String jdbcUrl = null;
        String superuserPassword = null;
        String s3Url = null;
        var keys = new S3Keys(null, null);
        if (settings.parts().contains(Part.KAFKA)) {
            var kafka = new EmbeddedKafka(settings);
            parts.put(Part.KAFKA, kafka);
            bootstrapServers = kafka.bootstrapServers();
        }
        if (settings.parts().contains(Part.POSTGRES)) {
            var postgres = new EmbeddedPostgres(settings);
            parts.put(Part.POSTGRES, postgres);
            jdbcUrl = Database.localUrl(settings.postgresPort());
            superuserPassword = postgres.superuserPassword().value();
        }
        if (settings.parts().contains(Part.S3)) {
            var s3 = new EmbeddedS3(settings);
            parts.put(Part.S3, s3);
            s3Url = s3.url();
            keys = s3.keys();
        }
        this.endpoints =
                new Endpoints(bootstrapServers, jdbcUrl, superuserPassword, s3Url, keys.accessKey(), keys.secretKey());
    }

    /// Starts all parts in parallel; if one fails, the others are stopped again.
    public static EmbeddedPlatform start(PlatformSettings settings) {
        var lock = lock(settings.directory());
        try {
            var platform = new EmbeddedPlatform(settings.withResolvedPorts(), lock);
            platform.startAll();
            return platform;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// One platform per directory: only its holder may end the processes that an earlier run has left there.
    private static LockFile lock(Path directory) {
        return LockFile.tryAcquire(PrivateFile.directory(directory).resolve("platform.lock"))
                .orElseThrow(() -> new PlatformFailure(
                        "Parlance already runs on %s: stop it with ./parlance down, or choose another directory."
                                .formatted(directory)));
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    /// The current process of a part.
    public ManagedProcess process(Part part) {
        return processes.get(part);
    }

    /// Starts a part that has been stopped or killed, at the same address and on the same data.
    public void restart(Part part) {
        processes.put(part, parts.get(part).start());
        parts.get(part).provision();
    }

    @Override
    public void close() {
        removeShutdownHook();
        stopAll();
        lock.close();
        if (settings.disposable()) Directories.delete(settings.directory());
    }

    private void startAll() {
        if (settings.disposable()) Runtime.getRuntime().addShutdownHook(shutdownHook);
        try {
            parts.values().forEach(EmbeddedPart::endLeftover);
            Parallel.runAll(parts.keySet().stream()
                    .map(part -> (Runnable) () -> restart(part))
                    .toList());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the JVM is already shutting down and runs the hook
        }
    }

    private void stopAll() {
        Parallel.runAll(processes.values().stream()
                .map(process -> (Runnable) () -> process.stop(STOP_GRACE_PERIOD))
                .toList());
    }
}
