package dev.parlance.platform;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Real processes on this machine, without containers. Each part can be killed and started again, as faults do.
public final class EmbeddedPlatform implements Platform {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final PlatformSettings settings;
    private final DirectoryLock lock;
    private final Map<Part, EmbeddedPart> parts = new EnumMap<>(Part.class);
    private final Map<Part, ManagedProcess> processes = new ConcurrentHashMap<>();
    private final Endpoints endpoints;
    private final Thread endOfJvm = new Thread(this::stopAll, "platform-stop");

    private EmbeddedPlatform(PlatformSettings settings, DirectoryLock lock) {
        this.settings = settings;
        this.lock = lock;
        String kafkaAt = null;
        String jdbcUrl = null;
        String s3Url = null;
        var keys = new S3Keys(null, null);
        if (settings.parts().contains(Part.KAFKA)) {
            var kafka = new EmbeddedKafka(settings);
            parts.put(Part.KAFKA, kafka);
            kafkaAt = kafka.bootstrap();
        }
        if (settings.parts().contains(Part.POSTGRES)) {
            parts.put(Part.POSTGRES, new EmbeddedPostgres(settings));
            jdbcUrl = Database.local(settings.postgresPort()).url();
        }
        if (settings.parts().contains(Part.S3)) {
            var s3 = new EmbeddedS3(settings);
            parts.put(Part.S3, s3);
            s3Url = s3.url();
            keys = s3.keys();
        }
        this.endpoints = new Endpoints(kafkaAt, jdbcUrl, s3Url, keys.accessKey(), keys.secretKey());
    }

    /// Starts all parts at once; when one fails, the others are stopped again.
    public static EmbeddedPlatform start(PlatformSettings settings) {
        var lock = DirectoryLock.take(settings.directory());
        try {
            var platform = new EmbeddedPlatform(settings.withPortsChosen(), lock);
            platform.startAll();
            return platform;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    /// The process of a part as it was last started: to look at it, or to kill it.
    public ManagedProcess process(Part part) {
        return processes.get(part);
    }

    /// Starts a part that has been stopped or killed, at the same address and on the same data.
    public void restart(Part part) {
        processes.put(part, parts.get(part).start());
        parts.get(part).furnish();
    }

    @Override
    public void close() {
        forgetEndOfJvm();
        stopAll();
        lock.close();
        if (settings.disposable()) Directories.delete(settings.directory());
    }

    private void startAll() {
        if (settings.disposable()) Runtime.getRuntime().addShutdownHook(endOfJvm);
        try {
            parts.values().forEach(EmbeddedPart::endLeftover);
            Together.run(parts.keySet().stream()
                    .map(part -> (Runnable) () -> restart(part))
                    .toList());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void forgetEndOfJvm() {
        try {
            Runtime.getRuntime().removeShutdownHook(endOfJvm);
        } catch (IllegalStateException e) {
            // the JVM is ending already, and the hook with it
        }
    }

    private void stopAll() {
        Together.run(processes.values().stream()
                .map(process -> (Runnable) () -> process.stop(GRACE))
                .toList());
    }
}
