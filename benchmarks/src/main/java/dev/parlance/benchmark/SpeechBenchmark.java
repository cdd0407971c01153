package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.speech.ManyCallers;
import dev.parlance.benchmark.speech.SecondInstance;
import dev.parlance.benchmark.speech.SpeakingStub;
import dev.parlance.benchmark.speech.SpeechHits;
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
final class SpeechBenchmark implements Callable<Integer> {
    private static final Duration WORK = Duration.ofMillis(500);

    @Mixin
    Repetition repetition;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "3000",
            description = "how often a hit is measured (${DEFAULT-VALUE})")
    int times;

    @Override
    public Integer call() throws InterruptedException {
        if (times < 1) {
            throw Failure.usage("--times takes a number above 0.");
        }
        repetition.print(List.of(repetition.measure(this::measure).markdown()));
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        try (var stub = new SpeakingStub(WORK)) {
            installation.tell("PARLANCE_SPEECH_URL", stub.url());
            installation.start();
            repetition.requireDurable(installation);
            String first = installation.api().conversation();
            new SpeechHits(first, times).measure(figures);
            String second = SecondInstance.start(installation, Repetition.home(), stub.url());
            new ManyCallers(stub, List.of(first, second)).measure(figures);
        }
    }
}
