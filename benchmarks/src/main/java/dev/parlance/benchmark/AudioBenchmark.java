package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Heap;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.load.SoundClient;
import dev.parlance.benchmark.load.SoundClient.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audio",
        description = {
            "Sound of 25 MiB through the service: how much its heap grows meanwhile. Then short sound by signed URLs:"
                    + " how long offer, upload to S3 and check take.",
            "The growth is what is alive: garbage is collected before each look."
        })
final class AudioBenchmark implements Callable<Integer> {
    private static final int LARGEST = 25 << 20;
    private static final int SHORT_SOUND = 200 << 10;
    private static final double MEBI = 1 << 20;
    /// So slow that the heap can be looked at often while it passes.
    private static final Duration SLOWLY = Duration.ofSeconds(8);

    @Mixin
    Repetition repetition;

    @Option(
            names = "--sounds",
            paramLabel = "N",
            defaultValue = "300",
            description = "short sounds by signed URLs (${DEFAULT-VALUE}), after a third of them to warm up")
    int sounds;

    @Override
    public Integer call() throws InterruptedException {
        if (sounds < 3) {
            throw Failure.usage("--sounds takes a number from 3 on.");
        }
        Runs figures = repetition.measure(this::measure);
        repetition.print(List.of(figures.markdown()));
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        var client = new SoundClient(installation.api().conversation());
        byte[] large = SoundClient.wav(LARGEST);
        byte[] little = SoundClient.wav(SHORT_SOUND);
        for (int at = 0; at < 5; at++) {
            client.put(client.say(), little, Duration.ZERO); // what is loaded once is not the growth of one upload
        }
        growth(installation, client, large, figures);
        long begun = System.nanoTime();
        client.put(client.say(), large, Duration.ZERO);
        figures.add("25 MiB through the service, as fast as it goes, s", 2, seconds(begun));
        roundTrips(client, little, figures);
    }

    private void growth(Installation installation, SoundClient client, byte[] large, Runs figures)
            throws InterruptedException {
        long pid = installation.processes().get("conversation");
        var heap = new Heap(pid, installation.logs());
        Turn turn = client.say();
        long before = heap.alive();
        List<Double> seen = new ArrayList<>();
        Thread upload = Thread.ofVirtual().start(() -> client.put(turn, large, SLOWLY));
        while (upload.isAlive()) {
            seen.add((heap.alive() - before) / MEBI);
        }
        upload.join();
        if (!client.isAvailable(turn)) {
            throw Failure.failed("25 MiB were not taken.");
        }
        figures.add("looks at the heap while 25 MiB pass", 0, seen.size());
        figures.add("live heap at rest, MiB", 1, before / MEBI);
        figures.add("its largest growth while 25 MiB pass, MiB", 1, new Distribution(seen).max());
    }

    private void roundTrips(SoundClient client, byte[] little, Runs figures) {
        List<Double> offers = new ArrayList<>();
        List<Double> uploads = new ArrayList<>();
        List<Double> checks = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int at = -sounds / 3; at < sounds; at++) {
            Turn turn = client.say();
            long begun = System.nanoTime();
            SoundClient.Offer offer = client.offer(turn, little);
            long offered = System.nanoTime();
            client.upload(offer, little);
            long stored = System.nanoTime();
            client.told(turn);
            long done = System.nanoTime();
            if (at >= 0) {
                offers.add((offered - begun) / 1e6);
                uploads.add((stored - offered) / 1e6);
                checks.add((done - stored) / 1e6);
                all.add((done - begun) / 1e6);
            }
        }
        report(figures, "offer of an upload", offers);
        report(figures, "200 KiB to S3 by its URL", uploads);
        report(figures, "told and checked", checks);
        report(figures, "all three", all);
    }

    private static void report(Runs figures, String what, List<Double> millis) {
        var distribution = new Distribution(millis);
        figures.add(what + ", p50, ms", 1, distribution.percentile(50));
        figures.add(what + ", p99, ms", 1, distribution.percentile(99));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
