package dev.parlance.conversation.stream.sse;

import static dev.parlance.conversation.testing.Api.createConversation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of one learner so many streams may be open.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class StreamLimitTest {
    @Test
    void aFurtherStreamOfALearnerWithAHundredIsRefused() throws IOException {
        // Given
        String path = "/v1/learners/learner-" + createConversation() + "/live";
        List<Socket> streams = new ArrayList<>();
        try {
            // When
            String status = "HTTP/1.0 200 OK";
            while (status.endsWith(" 200 OK") && streams.size() < 110) {
                var stream = new Socket("localhost", RestAssured.port);
                streams.add(stream);
                status = open(stream, path);
            }
            // Then a hundred are open, and those that were being opened at the same moment
            assertThat(status).endsWith(" 429 Too Many Requests");
            assertThat(streams).hasSizeBetween(101, 105);
        } finally {
            for (Socket stream : streams) {
                stream.close();
            }
        }
    }

    /// @return the status line
    private static String open(Socket stream, String path) throws IOException {
        stream.getOutputStream()
                .write("GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n"
                        .formatted(path)
                        .getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8)).readLine();
    }
}
