package dev.parlance.benchmark.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.JvmHeap;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.Wav;
import java.nio.file.Path;
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
public final class AudioBenchmark implements Callable<Integer> {
    private static final int LARGE_AUDIO_BYTES = 25 << 20;
    private static final int SMALL_AUDIO_BYTES = 200 << 10;
    private static final double BYTES_PER_MIB = 1 << 20;
    /// So slow that the heap can be looked at often while it passes.
    private static final Duration SLOW_UPLOAD_DURATION = Duration.ofSeconds(8);

    @Mixin
    BenchmarkHarness harness;

    @Option(
            names = "--sounds",
            paramLabel = "N",
            defaultValue = "300",
            description = "short sounds by signed URLs (${DEFAULT-VALUE}), after a third of them to warm up")
    int uploadCount;

    @Override
    public Integer call() throws InterruptedException {
        if (uploadCount < 3) {
            throw Failure.usage("--sounds takes a number from 3 on.");
        }
        BenchmarkResults figures = harness.measure(this::measure);
        harness.printTables(List.of(figures.toMarkdown()));
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        var client = new AudioUploads(installation.api().conversationUrl());
        Wav large = AudioUploads.randomWav(LARGE_AUDIO_BYTES);
        Wav little = AudioUploads.randomWav(SMALL_AUDIO_BYTES);
        for (int at = 0; at < 5; at++) {
            client.uploadThroughService(
                    client.createTurn(), little, Duration.ZERO); // what is loaded once is not the growth of one upload
        }
        measureHeapGrowth(installation, client, large, figures);
        long begun = System.nanoTime();
        client.uploadThroughService(client.createTurn(), large, Duration.ZERO);
        figures.add("25 MiB through the service, as fast as it goes, s", 2, secondsSince(begun));
        measureUploads(client, little, figures);
    }

    private void measureHeapGrowth(Installation installation, AudioUploads client, Wav large, BenchmarkResults figures)
            throws InterruptedException {
        long pid = installation.processIds().get("conversation");
        Path logs = installation.logs();
        AudioTurn turn = client.createTurn();
        long before = JvmHeap.liveBytes(pid, logs);
        List<Double> seen = new ArrayList<>();
        Thread upload = Thread.ofVirtual().start(() -> client.uploadThroughService(turn, large, SLOW_UPLOAD_DURATION));
        while (upload.isAlive()) {
            seen.add((JvmHeap.liveBytes(pid, logs) - before) / BYTES_PER_MIB);
        }
        upload.join();
        if (!client.isAvailable(turn)) {
            throw Failure.failed("25 MiB were not taken.");
        }
        figures.add("looks at the heap while 25 MiB pass", 0, seen.size());
        figures.add("live heap at rest, MiB", 1, before / BYTES_PER_MIB);
        figures.add("its largest growth while 25 MiB pass, MiB", 1, new Distribution(seen).max());
    }

    private void measureUploads(AudioUploads client, Wav little, BenchmarkResults figures) {
        List<Double> offers = new ArrayList<>();
        List<Double> uploads = new ArrayList<>();
        List<Double> checks = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int at = -uploadCount / 3; at < uploadCount; at++) {
            AudioTurn turn = client.createTurn();
            long begun = System.nanoTime();
            JsonNode offer = client.requestUpload(turn, little);
            long offered = System.nanoTime();
            client.upload(offer, little);
            long stored = System.nanoTime();
            client.completeUpload(turn);
            long done = System.nanoTime();
            if (at >= 0) {
                offers.add((offered - begun) / 1e6);
                uploads.add((stored - offered) / 1e6);
                checks.add((done - stored) / 1e6);
                all.add((done - begun) / 1e6);
            }
        }
        figures.addPercentiles("offer of an upload", 1, new Distribution(offers));
        figures.addPercentiles("200 KiB to S3 by its URL", 1, new Distribution(uploads));
        figures.addPercentiles("told and checked", 1, new Distribution(checks));
        figures.addPercentiles("all three", 1, new Distribution(all));
    }

    private static double secondsSince(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
