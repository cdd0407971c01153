package dev.parlance.benchmark.speech;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import java.util.ArrayList;
import java.util.List;

/// What it costs to ask for speech that is there, beside what it costs to get the same speech from S3: one caller,
/// one after the other, in turns, on connections that are kept.
public final class SpeechHits {
    private static final int WARM_UP = 3_000;

    private final SpeechCaller caller = new SpeechCaller();
    private final String service;
    private final int times;

    /// @param service address of a conversation-service whose endpoint is a [SpeakingStub]
    /// @param times   how often each is measured
    public SpeechHits(String service, int times) {
        this.service = service;
        this.times = times;
    }

    public void measure(Runs figures) throws InterruptedException {
        String text = "How do you do? " + System.nanoTime();
        caller.speak(service, text);
        List<Double> hits = new ArrayList<>();
        List<Double> gets = new ArrayList<>();
        for (int at = -WARM_UP; at < times; at++) {
            long begun = System.nanoTime();
            JsonNode speech = caller.speak(service, text);
            long hit = System.nanoTime();
            int bytes = caller.fetch(speech.get("url").asText());
            long got = System.nanoTime();
            if (!speech.get("cached").asBoolean() || bytes != SpeakingStub.BYTES) {
                throw Failure.failed("Speech that was there was not found, or is not what was stored.");
            }
            if (at >= 0) {
                hits.add((hit - begun) / 1e6);
                gets.add((got - hit) / 1e6);
            }
        }
        var hit = new Distribution(hits);
        var get = new Distribution(gets);
        figures.add("speech hit, p50, ms", 2, hit.percentile(50));
        figures.add("speech hit, p99, ms", 2, hit.percentile(99));
        figures.add("plain S3 GET of the same speech (32 KiB), p50, ms", 2, get.percentile(50));
        figures.add("plain S3 GET of the same speech (32 KiB), p99, ms", 2, get.percentile(99));
        figures.add("speech hit ÷ plain S3 GET, p50", 2, hit.percentile(50) / get.percentile(50));
    }
}
