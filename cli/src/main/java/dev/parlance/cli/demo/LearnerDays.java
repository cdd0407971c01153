package dev.parlance.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads learners' days from summary-service.
final class LearnerDays {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LearnerDays(String service) {
        this.service = service;
    }

    /// Waits until these learners' days contain so many turns and returns their table.
    String awaitTable(Map<String, Integer> turnsByLearner, LocalDate first, LocalDate last, Duration timeout)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<LearnerDay> days = days(turnsByLearner, first, last);
        while (!isComplete(days, turnsByLearner)) {
            if (System.nanoTime() > deadline) {
                throw CommandFailure.failed(("The days held %d of %d turns after %d s: "
                                + "./parlance status and ./parlance logs analysis show why.")
                        .formatted(turns(days), turns(turnsByLearner), timeout.toSeconds()));
            }
            Thread.sleep(POLL_INTERVAL);
            days = days(turnsByLearner, first, last);
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

    private List<LearnerDay> days(Map<String, Integer> learners, LocalDate first, LocalDate last)
            throws InterruptedException {
        List<LearnerDay> days = new ArrayList<>();
        for (String learner : learners.keySet()) {
            days.addAll(days(learner, first, last));
        }
        return days;
    }

    private List<LearnerDay> days(String learner, LocalDate first, LocalDate last) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("%s/v1/learners/%s/days?from=%s&to=%s".formatted(service, learner, first, last)))
                .timeout(REQUEST_TIMEOUT)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? read(response.body()) : List.of();
        } catch (IOException e) {
            return List.of(); // the service may be restarting; the timeout above ends the waiting
        }
    }

    static List<LearnerDay> read(byte[] response) throws IOException {
        List<LearnerDay> days = new ArrayList<>();
        for (JsonNode day : JSON.readTree(response).path("items")) {
            days.add(JSON.treeToValue(day, LearnerDay.class));
        }
        return days;
    }
}
