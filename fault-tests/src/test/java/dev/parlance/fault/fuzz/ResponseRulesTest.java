package dev.parlance.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fault.fuzz.request.ApiOperation;
import dev.parlance.fault.fuzz.request.FuzzRequest;
import dev.parlance.platform.client.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseRulesTest {
    private static final String PROBLEM = "application/problem+json";
    private static final ApiOperation OPERATION =
            new ApiOperation(Service.SUMMARY, "GET", "/v1/days/{date}", List.of(), Optional.empty(), false);

    private final ResponseRules rules = new ResponseRules(ProblemTypes.documented());

    @Test
    void aDocumentedProblemIsAnAnswer() {
        assertThat(violation(400, Map.of(), problem("/problems/invalid-request", 400, "date must be a date")))
                .isEmpty();
        assertThat(violation(405, Map.of(), problem("about:blank", 405, "This address does not take this method")))
                .isEmpty();
    }

    @Test
    void aServiceThatFailsIsNot() {
        assertThat(violation(500, Map.of(), problem("/problems/internal-error", 500, "The service failed")))
                .contains("answered 500");
    }

    @Test
    void aServiceThatIsBusySaysWhenToComeBack() {
        String busy = problem("/problems/overloaded", 503, "Its queue is full");
        assertThat(violation(503, Map.of("retry-after", List.of("2")), busy)).isEmpty();
        assertThat(violation(503, Map.of(), busy)).contains("answered 503 without Retry-After");
    }

    @Test
    void aRefusalHasABody() {
        assertThat(violation(404, Map.of(), ""))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("answered 404"));
    }

    @Test
    void aRefusalHasATypeThatIsDocumentedForItsStatus() {
        assertThat(violation(404, Map.of(), problem("/problems/invalid-request", 404, "No")))
                .isPresent();
        assertThat(violation(400, Map.of(), problem("/problems/unheard-of", 400, "No")))
                .isPresent();
    }

    @Test
    void aRefusalRepeatsNothingOfTheRequestBesideItsPath() {
        assertThat(violation(400, Map.of(), problem("/problems/bad-text", 400, "qzx9 hello is bad")))
                .contains("answered 400 with a part of the request's text");
        String path = problem("/problems/bad-text", 400, "It is bad").replace("/v1/days/1", "/v1/days/qzx9");
        assertThat(violation(400, Map.of(), path)).isEmpty();
    }

    @Test
    void aRefusalTellsNothingOfTheInsideOfAService() {
        assertThat(violation(400, Map.of(), problem("/problems/bad-text", 400, "ERROR: invalid byte sequence")))
                .isPresent();
        assertThat(violation(400, Map.of(), problem("/problems/bad-text", 400, "java.lang.String")))
                .isPresent();
    }

    @Test
    void anAnswerComes() {
        assertThat(rules.violation(request(false), FuzzResponse.none("the connection ended: closed")))
                .contains("the connection ended: closed");
        assertThat(rules.violation(request(true), FuzzResponse.none("the connection ended: closed")))
                .isEmpty();
    }

    private Optional<String> violation(int status, Map<String, List<String>> headers, String body) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.put("content-type", List.of(body.isEmpty() ? "" : PROBLEM));
        return rules.violation(request(false), new FuzzResponse(status, all, body.getBytes(UTF_8), Optional.empty()));
    }

    private static FuzzRequest request(boolean unanswerable) {
        return new FuzzRequest(OPERATION, 7, 1, "GET", List.of("GET /v1/days/1 HTTP/1.1"), new byte[0], unanswerable);
    }

    private static String problem(String type, int status, String detail) {
        return """
                {"type": "%s", "title": "Refused", "status": %d, "detail": "%s", "instance": "/v1/days/1"}
                """.formatted(type, status, detail);
    }
}
