package dev.parlance.benchmark.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import java.util.ArrayList;
import java.util.List;

/// What it costs to ask for speech that is there, beside what it costs to get the same speech from S3: one caller,
/// one after the other, in turns, on connections that are kept.
public final class CachedSpeechLatency {
    private static final int WARM_UP_REQUESTS = 3_000;

    private final SpeechClient client = new SpeechClient();
    private final String serviceUrl;
    private final int requests;

    /// @param service address of a conversation-service whose endpoint is a [SpeechApiStub]
    /// @param times   how often each is measured
    public CachedSpeechLatency(String service, int times) {
        this.serviceUrl = service;
        this.requests = times;
    }

    public void measure(BenchmarkResults figures) throws InterruptedException {
        String text = "How do you do? " + System.nanoTime();
        client.synthesize(serviceUrl, text);
        List<Double> hits = new ArrayList<>();
        List<Double> gets = new ArrayList<>();
        for (int at = -WARM_UP_REQUESTS; at < requests; at++) {
            long begun = System.nanoTime();
            JsonNode speech = client.synthesize(serviceUrl, text);
            long hit = System.nanoTime();
            int bytes = client.download(speech.get("url").asText());
            long got = System.nanoTime();
            if (!speech.get("cached").asBoolean() || bytes != SpeechApiStub.AUDIO_BYTES) {
                throw Failure.failed("Speech that was there was not found, or is not what was stored.");
            }
            if (at >= 0) {
                hits.add((hit - begun) / 1e6);
                gets.add((got - hit) / 1e6);
            }
        }
        var hit = new Distribution(hits);
        var get = new Distribution(gets);
        figures.addPercentiles("speech hit", 2, hit);
        figures.addPercentiles("plain S3 GET of the same speech (32 KiB)", 2, get);
        figures.add("speech hit ÷ plain S3 GET, p50", 2, hit.percentile(50) / get.percentile(50));
    }
}
