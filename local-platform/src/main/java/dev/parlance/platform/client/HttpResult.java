package dev.parlance.platform.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.OptionalInt;

/// The response to one request.
///
/// @param request method and URL, for messages
/// @param status  0 if there was no response
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpResult(String request, int status, byte[] body, HttpHeaders headers) {
    static final HttpResult NO_RESPONSE = new HttpResult("", 0, new byte[0], HttpHeaders.of(Map.of(), (_, _) -> true));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// The body; a missing node if it is not JSON.
    public JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /// The last part of the problem's type, or the status if the body is no problem.
    public String problem() {
        String type = json().path("type").asText();
        return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf('/') + 1);
    }

    public OptionalInt retryAfterSeconds() {
        return headers.firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                .map(seconds -> OptionalInt.of(Integer.parseInt(seconds)))
                .orElse(OptionalInt.empty());
    }

    /// @throws ClientFailure if it has another status
    public HttpResult requireStatus(int expected) {
        if (status != expected) {
            throw new ClientFailure(
                    "%s was answered by status %d, not %d: %s".formatted(request, status, expected, text()));
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + problem();
    }
}
