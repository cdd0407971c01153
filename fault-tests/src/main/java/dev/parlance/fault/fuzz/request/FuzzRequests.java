package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fault.fuzz.request.ApiOperation.ApiBody;
import dev.parlance.fault.fuzz.request.ApiOperation.ApiParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// The generated requests, by number: the operations take turns, and a third of the requests are valid as far as the
/// documents tell. A request depends on its number and on the seed alone.
public final class FuzzRequests {
    private static final int MAX_MUTATIONS = 3;
    private static final double OPTIONAL_RATIO = 0.5;
    private static final int MAX_BINARY_BYTES = 4_000;
    private static final long NUMBER_FACTOR = 0x9E3779B97F4A7C15L;

    private final FuzzData data;
    private final List<Target> targets = new ArrayList<>();

    private record Target(ApiOperation operation, ValidValues values) {}

    public FuzzRequests(FuzzData data, List<ApiDocument> documents) {
        this.data = data;
        for (ApiDocument document : documents) {
            var values = new ValidValues(document, data);
            document.operations().forEach(operation -> targets.add(new Target(operation, values)));
        }
    }

    /// All operations of the documents.
    public List<ApiOperation> operations() {
        return targets.stream().map(Target::operation).toList();
    }

    public FuzzRequest request(int number) {
        var random = new Random(data.seed() + number * NUMBER_FACTOR);
        Target target = targets.get(number % targets.size());
        RequestDraft draft = validDraft(target, random);
        for (int mutations = random.nextInt(MAX_MUTATIONS); mutations > 0; mutations--) {
            Mutation.pick(draft, random).apply(draft, random);
        }
        draft.confineToOneLearner();
        return draft.toRequest(data.seed(), number);
    }

    private RequestDraft validDraft(Target target, Random random) {
        ApiOperation operation = target.operation();
        ObjectNode json = operation
                .body()
                .filter(FuzzRequests::isJson)
                .map(body -> target.values().of(body.schema(), "", random))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElse(null);
        var draft = new RequestDraft(operation, json);
        for (ApiParameter parameter : operation.parameters()) {
            String value = target.values().text(operation, parameter, random);
            boolean sent =
                    random.nextDouble() < OPTIONAL_RATIO && !parameter.name().equals("cursor");
            switch (parameter.in()) {
                case PATH -> draft.pathValues().put(parameter.name(), value.getBytes(UTF_8));
                case QUERY -> {
                    if (parameter.required() || sent) {
                        draft.addQuery(parameter.name(), value);
                    }
                }
                case HEADER -> {
                    if (parameter.required() || sent) {
                        draft.setHeader(parameter.name(), value);
                    }
                }
                case COOKIE -> draft.setHeader("Cookie", parameter.name() + "=" + value);
            }
        }
        operation.body().ifPresent(body -> addBody(draft, body, random));
        return draft;
    }

    private static void addBody(RequestDraft draft, ApiBody body, Random random) {
        if (isJson(body)) {
            draft.setHeader("Content-Type", body.mediaType());
        } else {
            byte[] bytes = new byte[1 + random.nextInt(MAX_BINARY_BYTES)];
            random.nextBytes(bytes);
            draft.setHeader("Content-Type", "audio/wav");
            draft.setBody(bytes);
        }
    }

    private static boolean isJson(ApiBody body) {
        return body.mediaType().startsWith("application/json");
    }

    /// Requests that make what the others are about; they are all accepted.
    public List<Setup> setup() {
        List<Setup> setup = new ArrayList<>();
        IntStream.range(0, data.conversations().size()).forEach(number -> {
            String path = "/v1/conversations/" + data.conversations().get(number);
            setup.add(new Setup(
                    path,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("learnerId", data.learner(number))
                            .put("language", "en")
                            .put("module", "fuzz")
                            .toString()));
            data.turns(number)
                    .forEach(turn -> setup.add(new Setup(
                            path + "/turns/" + turn,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("learnerText", FuzzData.MARKER + " hello there")
                                    .put("occurredAt", data.now().toString())
                                    .toString())));
        });
        return setup;
    }

    /// A `PUT` to conversation-service.
    public record Setup(String path, String body) {}
}
