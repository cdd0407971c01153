package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.host.Checkout;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FuzzRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final int REQUESTS = 4_000;

    private static List<ApiDocument> documents;

    @BeforeAll
    static void readDocuments() throws IOException {
        documents = new ArrayList<>();
        for (Service service : Service.values()) {
            byte[] text =
                    Files.readAllBytes(Checkout.root().resolve("docs/openapi").resolve(service.module() + ".yaml"));
            documents.add(ApiDocument.parse(service, text, Format.YAML));
        }
    }

    @Test
    void theSameSeedGivesTheSameRequestsInAnyOrder() {
        var first = new FuzzRequests(new FuzzData(7, NOW), documents);
        var second = new FuzzRequests(new FuzzData(7, NOW), documents);
        for (int number = REQUESTS - 1; number >= 0; number--) {
            assertThat(first.request(number).bytes())
                    .as("request %d", number)
                    .isEqualTo(second.request(number).bytes());
        }
    }

    @Test
    void everyOperationOfEveryDocumentIsCalled() {
        var requests = new FuzzRequests(new FuzzData(7, NOW), documents);
        Set<ApiOperation> called = IntStream.range(0, REQUESTS)
                .mapToObj(number -> requests.request(number).operation())
                .collect(Collectors.toSet());
        assertThat(called).containsExactlyInAnyOrderElementsOf(requests.operations());
        assertThat(called).extracting(ApiOperation::service).contains(Service.values());
        assertThat(called).anyMatch(ApiOperation::isStream);
    }

    @Test
    void everyReadableOrderIsForOneLearner() {
        var requests = new FuzzRequests(new FuzzData(7, NOW), documents);
        List<JsonNode> orders = IntStream.range(0, 5 * REQUESTS)
                .mapToObj(requests::request)
                .filter(request ->
                        request.head().getFirst().matches("POST /v1/admin/(republish|reanalysis)[^/]* HTTP/1.1"))
                .flatMap(request -> readable(request).stream())
                .toList();
        assertThat(orders).hasSizeGreaterThan(100).allMatch(order -> order.hasNonNull("learnerId"));
    }

    @Test
    void theHeadOfARequestEndsOnceAndIsFollowedByItsBody() {
        var requests = new FuzzRequests(new FuzzData(7, NOW), documents);
        for (int number = 0; number < REQUESTS; number++) {
            FuzzRequest request = requests.request(number);
            String bytes = new String(request.bytes(), US_ASCII);
            assertThat(bytes.indexOf("\r\n\r\n"))
                    .as("request %d", number)
                    .isEqualTo(request.bytes().length - request.body().length - 4);
        }
    }

    @Test
    void theCommandThatRepeatsARequestHasPrintableCharactersOnly() {
        var requests = new FuzzRequests(new FuzzData(7, NOW), documents);
        for (int number = 0; number < REQUESTS; number++) {
            assertThat(requests.request(number).toCurl("http://127.0.0.1:1"))
                    .contains("request %d of seed 7".formatted(number))
                    .matches("[ -~…]*");
        }
    }

    /// What a service could take as an order; an empty body is one, a number or a list is not.
    private static Optional<JsonNode> readable(FuzzRequest request) {
        try {
            return Optional.of(JSON.readTree(request.body())).filter(body -> body.isObject() || body.isMissingNode());
        } catch (IOException refused) {
            return Optional.empty();
        }
    }
}
