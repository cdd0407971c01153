package dev.parlance.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The days of learners, as summary-service answers them.
public final class LearnerDays {
    private static final Duration PATIENCE_WITH_ONE_ANSWER = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public LearnerDays(String service) {
        this.service = service;
    }

    /// The table of these learners' days, as soon as their days hold so many turns.
    public String tableOnceComplete(Map<String, Integer> turnsByLearner, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<LearnerDay> days = days(turnsByLearner);
        while (!isComplete(days, turnsByLearner)) {
            if (System.nanoTime() > deadline) {
                throw Failure.failed(("The days held %d of %d turns after %d s: "
                                + "./parlance status and ./parlance logs analysis show why.")
                        .formatted(turns(days), turns(turnsByLearner), patience.toSeconds()));
            }
            Thread.sleep(LOOK);
            days = days(turnsByLearner);
        }
        return DayTable.of(days);
    }

    private static boolean isComplete(List<LearnerDay> days, Map<String, Integer> turnsByLearner) {
        return turnsByLearner.entrySet().stream()
                .allMatch(learner -> days.stream()
                                .filter(day -> day.learnerId().equals(learner.getKey()))
                                .mapToInt(LearnerDay::turns)
                                .sum()
                        >= learner.getValue());
    }

    private static int turns(List<LearnerDay> days) {
        return days.stream().mapToInt(LearnerDay::turns).sum();
    }

    private static int turns(Map<String, Integer> turnsByLearner) {
        return turnsByLearner.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<LearnerDay> days(Map<String, Integer> learners) throws InterruptedException {
        List<LearnerDay> days = new ArrayList<>();
        for (String learner : learners.keySet()) {
            days.addAll(days(learner));
        }
        return days;
    }

    private List<LearnerDay> days(String learner) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("%s/v1/learners/%s/days?limit=200".formatted(service, learner)))
                .timeout(PATIENCE_WITH_ONE_ANSWER)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? read(response.body()) : List.of();
        } catch (IOException e) {
            return List.of(); // a service that is just being started again; the patience above has an end
        }
    }

    static List<LearnerDay> read(byte[] answer) throws IOException {
        List<LearnerDay> days = new ArrayList<>();
        for (JsonNode day : JSON.readTree(answer).path("items")) {
            days.add(JSON.treeToValue(day, LearnerDay.class));
        }
        return days;
    }
}
