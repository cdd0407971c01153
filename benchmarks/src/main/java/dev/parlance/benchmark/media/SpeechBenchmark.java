package dev.parlance.benchmark.media;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "speech",
        description = {
            "What speech that is there costs beside a plain GET of the store, and how many syntheses fifty callers cost",
            "who want the same at once on two instances. What speaks is a stub that takes half a second."
        })
public final class SpeechBenchmark implements Callable<Integer> {
    private static final Duration SYNTHESIS_DURATION = Duration.ofMillis(500);

    @Mixin
    BenchmarkHarness harness;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "3000",
            description = "how often a hit is measured (${DEFAULT-VALUE})")
    int requests;

    @Override
    public Integer call() throws InterruptedException {
        if (requests < 1) {
            throw Failure.usage("--times takes a number above 0.");
        }
        harness.printTables(List.of(harness.measure(this::measure).toMarkdown()));
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        try (var stub = new SpeechApiStub(SYNTHESIS_DURATION)) {
            installation.setEnvironment("PARLANCE_SPEECH_URL", stub.url());
            installation.start();
            harness.requireDurable(installation);
            String first = installation.api().conversationUrl();
            new CachedSpeechLatency(first, requests).measure(figures);
            String second =
                    SecondConversationService.start(installation, BenchmarkHarness.checkoutDirectory(), stub.url());
            new ConcurrentSpeechRequests(stub, List.of(first, second)).measure(figures);
        }
    }
}
