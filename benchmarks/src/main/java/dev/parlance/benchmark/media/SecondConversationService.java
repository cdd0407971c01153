package dev.parlance.benchmark.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.platform.client.JsonHttpClient;
import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A conversation-service beside that of an installation, on the same database and the same store.
public final class SecondConversationService {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final JsonHttpClient HTTP = new JsonHttpClient(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private SecondConversationService() {}

    /// @param home the checkout
    /// @return its address
    public static String start(Installation installation, Path home, String speechUrl) {
        JsonNode status = installation.status();
        int port = Ports.findFree();
        String url = "http://localhost:" + port;
        installation
                .startProcess(
                        "second-conversation",
                        List.of(
                                Checkout.javaExecutable(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-jar",
                                home.resolve("conversation-service/target/quarkus-app/quarkus-run.jar")
                                        .toString()),
                        Map.of(
                                "PARLANCE_KAFKA",
                                        status.at("/kafka/bootstrapServers").asText(),
                                "PARLANCE_DB_URL",
                                        status.at("/postgres/jdbcUrl").asText(),
                                "PARLANCE_S3_URL", status.at("/s3/url").asText(),
                                "PARLANCE_S3_ACCESS_KEY",
                                        status.at("/s3/accessKey").asText(),
                                "PARLANCE_S3_SECRET_KEY",
                                        status.at("/s3/secretKey").asText(),
                                "PARLANCE_HTTP_PORT", Integer.toString(port),
                                "PARLANCE_SPEECH_URL", speechUrl))
                .waitUntilReady(() -> HTTP.status(url + "/q/health/ready") == 200, START_TIMEOUT);
        return url;
    }
}
