package dev.parlance.benchmark.speech;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fifty who want the same new speech at the same moment.
public final class ManyCallers {
    private static final int CALLERS = 50;

    private final SpeakingStub stub;
    private final List<String> services;

    /// @param services addresses of instances of one conversation-service; callers go round
    public ManyCallers(SpeakingStub stub, List<String> services) {
        this.stub = stub;
        this.services = List.copyOf(services);
    }

    public void measure(Runs figures) throws InterruptedException {
        var caller = new SpeechCaller();
        for (String service : services) {
            caller.speak(service, "Hello!");
        }
        int before = stub.spoken();
        String text = "All at once, please. " + System.nanoTime();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int at = 0; at < CALLERS; at++) {
                String service = services.get(at % services.size());
                answers.add(threads.submit(
                        () -> caller.speak(service, text).get("hash").asText()));
            }
            requireOne(answers);
        }
        figures.add(
                "%d callers at once, on %d instances: syntheses".formatted(CALLERS, services.size()),
                0,
                stub.spoken() - before);
        figures.add("until all of them have their answer, ms", 0, (System.nanoTime() - begun) / 1e6);
    }

    private static void requireOne(List<Future<String>> answers) throws InterruptedException {
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
