package dev.parlance.benchmark.speech;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.platform.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A conversation-service beside that of an installation, on the same database and the same store.
public final class SecondInstance {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration TIME_TO_START = Duration.ofSeconds(90);

    private SecondInstance() {}

    /// @param home the checkout
    /// @return its address
    public static String start(Installation installation, Path home, String speechUrl) {
        JsonNode status = installation.status();
        int port = Ports.free();
        installation
                .startBeside(
                        "second-conversation",
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
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
                .waitUntilReady(() -> isReady(port), TIME_TO_START);
        return "http://localhost:" + port;
    }

    private static boolean isReady(int port) {
        URI health = URI.create("http://localhost:%d/q/health/ready".formatted(port));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(health).timeout(LOOK).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
