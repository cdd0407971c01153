package dev.parlance.journey;

import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.Endpoints;
import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.Part;
import dev.parlance.platform.PlatformSettings;
import dev.parlance.platform.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A whole Parlance on free ports: broker, database, S3 and the three services, each a process that can be killed.
final class Installation implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final Path home = Path.of(System.getProperty("parlance.home", ".."));
    private final PlatformSettings settings = PlatformSettings.temporary().with(Part.KAFKA, Part.POSTGRES, Part.S3);
    private final EmbeddedPlatform platform = EmbeddedPlatform.start(settings);
    private final List<Instance> instances = new ArrayList<>();

    /// One process of a service.
    final class Instance {
        private final Service service;
        private final int port = Ports.free();
        private ManagedProcess process;

        private Instance(Service service) {
            this.service = service;
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        /// The process as the system sees it, so that a test can show that it was another one before.
        long pid() {
            return process.pid();
        }

        void kill() {
            process.kill();
        }

        void start() {
            process = ManagedProcess.start(new ManagedProcess.Command(
                    service.module() + " on " + port, words(), environment(), log(), pidFile()));
        }

        void awaitReady() {
            process.waitUntilReady(this::isReady, START);
        }

        void stop() {
            process.stop(STOP);
        }

        Path log() {
            return settings.directory().resolve("logs").resolve(service.module() + "-" + port + ".log");
        }

        private Path pidFile() {
            return settings.directory().resolve("run").resolve(service.module() + "-" + port + ".pid");
        }

        private List<String> words() {
            return List.of(
                    java(),
                    "-Xmx320m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    home.resolve(service.module())
                            .resolve("target/quarkus-app/quarkus-run.jar")
                            .toString());
        }

        private Map<String, String> environment() {
            Endpoints endpoints = platform.endpoints();
            return new HashMap<>(Map.of(
                    "PARLANCE_KAFKA", endpoints.kafka(),
                    "PARLANCE_DB_URL", endpoints.jdbcUrl(),
                    "PARLANCE_S3_URL", endpoints.s3Url(),
                    "PARLANCE_S3_ACCESS_KEY", endpoints.s3AccessKey(),
                    "PARLANCE_S3_SECRET_KEY", endpoints.s3SecretKey(),
                    "PARLANCE_ANALYSIS_URL", first(Service.ANALYSIS).url(),
                    "PARLANCE_SUMMARY_URL", first(Service.SUMMARY).url(),
                    "CONVERSATION_TRACE_PATIENCE", "20s",
                    "CONVERSATION_PEER_PATIENCE", "20s",
                    "PARLANCE_HTTP_PORT", Integer.toString(port)));
        }

        private boolean isReady() {
            try {
                var request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                return HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    Installation() {
        // all of them before the first starts, because each is told where the others will be
        for (Service service : List.of(Service.CONVERSATION, Service.ANALYSIS, Service.SUMMARY)) {
            instances.add(new Instance(service));
        }
        instances.forEach(Instance::start);
        instances.forEach(Instance::awaitReady);
    }

    /// Starts one more instance of a service.
    Instance add(Service service) {
        var instance = new Instance(service);
        instance.start();
        instances.add(instance);
        return instance;
    }

    void remove(Instance instance) {
        instance.stop();
        instances.remove(instance);
    }

    Instance first(Service service) {
        return instances.stream()
                .filter(one -> one.service == service)
                .findFirst()
                .orElseThrow();
    }

    Api api() {
        return new Api(
                first(Service.CONVERSATION).url(),
                first(Service.ANALYSIS).url(),
                first(Service.SUMMARY).url());
    }

    String kafka() {
        return platform.endpoints().kafka();
    }

    /// The database's JDBC address, without user and password.
    String database() {
        return platform.endpoints().jdbcUrl();
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
    ManagedProcess importing(Path file, String url, String... options) {
        List<String> words = new ArrayList<>(List.of(
                java(),
                "-jar",
                home.resolve("cli/target/cli.jar").toString(),
                "import",
                file.toString(),
                "--url",
                url));
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
    CommandRun run(String input, String... words) {
        List<String> all = new ArrayList<>(List.of(
                java(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                home.resolve("cli/target/cli.jar").toString()));
        all.addAll(List.of(words));
        return CommandRun.of(all, input);
    }

    Path file(String name) {
        return settings.directory().resolve(name);
    }

    @Override
    public void close() {
        instances.forEach(Instance::stop);
        platform.close();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
