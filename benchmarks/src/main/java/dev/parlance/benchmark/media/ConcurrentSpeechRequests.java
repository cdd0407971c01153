package dev.parlance.benchmark.media;

import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fifty who want the same new speech at the same moment.
public final class ConcurrentSpeechRequests {
    private static final int CALLERS = 50;

    private final SpeechApiStub stub;
    private final List<String> serviceUrls;

    /// @param services addresses of instances of one conversation-service; callers go round
    public ConcurrentSpeechRequests(SpeechApiStub stub, List<String> services) {
        this.stub = stub;
        this.serviceUrls = List.copyOf(services);
    }

    public void measure(BenchmarkResults figures) throws InterruptedException {
        var caller = new SpeechClient();
        for (String service : serviceUrls) {
            caller.synthesize(service, "Hello!");
        }
        int before = stub.synthesisCount();
        String text = "All at once, please. " + System.nanoTime();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int at = 0; at < CALLERS; at++) {
                String service = serviceUrls.get(at % serviceUrls.size());
                answers.add(threads.submit(
                        () -> caller.synthesize(service, text).get("hash").asText()));
            }
            requireSameHash(answers);
        }
        figures.add(
                "%d callers at once, on %d instances: syntheses".formatted(CALLERS, serviceUrls.size()),
                0,
                stub.synthesisCount() - before);
        figures.add("until all of them have their answer, ms", 0, (System.nanoTime() - begun) / 1e6);
    }

    private static void requireSameHash(List<Future<String>> answers) throws InterruptedException {
        Set<String> hashes = new HashSet<>();
        for (Future<String> answer : answers) {
            try {
                hashes.add(answer.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Failure failure ? failure : Failure.failed(String.valueOf(e.getCause()));
            }
        }
        if (hashes.size() != 1) {
            throw Failure.failed("The same text has %d hashes.".formatted(hashes.size()));
        }
    }
}
