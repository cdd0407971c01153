package dev.parlance.fault.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fault.fuzz.request.ApiDocument;
import dev.parlance.fault.fuzz.request.FuzzData;
import dev.parlance.fault.fuzz.request.FuzzRequest;
import dev.parlance.fault.fuzz.request.FuzzRequests;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.JsonHttpClient;
import dev.parlance.platform.client.Service;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends generated requests to running services and checks every answer.
public final class FuzzCampaign {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ANSWER_TIMEOUT_MILLIS = 60_000;
    private static final int SHORT_TIMEOUT_MILLIS = 1_000;
    private static final List<String> ORDERS = List.of("republish", "reanalysis");

    private final JsonHttpClient http = new JsonHttpClient(TIMEOUT, TIMEOUT);
    private final Map<Service, String> urls;
    private final FuzzRequests requests;
    private final ResponseRules rules = new ResponseRules(ProblemTypes.documented());

    /// Reads the OpenAPI documents of the services.
    ///
    /// @param urls of one instance of each
    /// @param now  the times of generated turns are before it
    public FuzzCampaign(Map<Service, String> urls, long seed, Instant now) throws IOException, InterruptedException {
        this.urls = Map.copyOf(urls);
        List<ApiDocument> documents = new ArrayList<>();
        for (Service service : Service.values()) {
            byte[] document = http.get(urls.get(service) + "/q/openapi?format=json")
                    .requireStatus(200)
                    .body();
            documents.add(ApiDocument.parse(service, document, Format.JSON));
        }
        this.requests = new FuzzRequests(new FuzzData(seed, now), documents);
    }

    public int operations() {
        return requests.operations().size();
    }

    /// Creates the conversations and turns that the requests are about.
    public void setUp() throws IOException, InterruptedException {
        for (FuzzRequests.Setup setup : requests.setup()) {
            HttpResult result = http.send("PUT", urls.get(Service.CONVERSATION) + setup.path(), setup.body());
            if (!result.isSuccess()) {
                throw new IOException("%s was answered %s".formatted(setup.path(), result));
            }
        }
    }

    /// Sends the requests from 0 on.
    ///
    /// @param clients how many send at the same time
    public FuzzReport run(int count, int clients) throws InterruptedException {
        var report = new FuzzReport();
        var next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> sendAll(next, count, report)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return report;
    }

    /// Cancels the orders that still run: what they publish is not of interest.
    public void cancelOrders() throws IOException, InterruptedException {
        for (String url : urls.values()) {
            for (String order : ORDERS) {
                String path = "%s/v1/admin/%s".formatted(url, order);
                for (JsonNode item : http.get(path + "?limit=200").json().path("items")) {
                    if (!item.path("status").asText().matches("completed|failed|cancelled")) {
                        var _ = http.send("DELETE", path + "/" + item.path("id").asText(), "");
                    }
                }
            }
        }
    }

    private void sendAll(AtomicInteger next, int count, FuzzReport report) {
        try (var client = new RawHttpClient()) {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                send(client, requests.request(number), report);
            }
        }
    }

    private void send(RawHttpClient client, FuzzRequest request, FuzzReport report) {
        String url = urls.get(request.operation().service());
        boolean isShort = request.isLongPoll() || request.unanswerable();
        FuzzResponse response = client.send(url, request, isShort ? SHORT_TIMEOUT_MILLIS : ANSWER_TIMEOUT_MILLIS);
        report.record(request, response);
        rules.violation(request, response)
                .ifPresent(sentence -> report.recordViolation(request, sentence, request.toCurl(url)));
    }
}
