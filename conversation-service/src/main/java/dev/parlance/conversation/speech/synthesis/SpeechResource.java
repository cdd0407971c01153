package dev.parlance.conversation.speech.synthesis;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.SignedRequest;
import dev.parlance.conversation.speech.cache.Speech;
import dev.parlance.conversation.speech.cache.SpeechCache;
import dev.parlance.conversation.speech.cache.SpeechConfig;
import dev.parlance.conversation.speech.cache.SpeechRequest;
import dev.parlance.conversation.speech.engine.ConfiguredSpeechEngine;
import dev.parlance.conversation.speech.engine.FfmpegConverter;
import dev.parlance.conversation.speech.synthesis.SpeechMetrics.AnswerKind;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.read.LimitedRead;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/// Speech over HTTP. A cached speech costs one look-up and one local signature; the client reads the object from S3.
@Path("/v1/speech")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SpeechResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Duration NO_ENGINE_RETRY_AFTER = Duration.ofMinutes(1);

    private final ConfiguredSpeechEngine speechEngine;
    private final FfmpegConverter converter;
    private final SpeechCache speechCache;
    private final SpeechWorkers workers;
    private final ObjectStore store;
    private final SpeechMetrics metrics;
    private final SpeechConfig config;

    SpeechResource(
            ConfiguredSpeechEngine speechEngine,
            FfmpegConverter converter,
            SpeechCache speechCache,
            SpeechWorkers workers,
            ObjectStore store,
            SpeechMetrics metrics,
            SpeechConfig config) {
        this.speechEngine = speechEngine;
        this.converter = converter;
        this.speechCache = speechCache;
        this.workers = workers;
        this.store = store;
        this.metrics = metrics;
        this.config = config;
    }

    /// @param url        of the audio; a credential in itself
    /// @param durationMs null if it is unknown
    /// @param cached     whether the speech existed before the request
    record SpeechView(
            URI url,
            Instant expiresAt,
            String hash,
            String contentType,
            long sizeBytes,
            Integer durationMs,
            boolean cached) {}

    /// Idempotent: the same request may be repeated without an `Idempotency-Key`.
    @POST
    @Blocking
    public Uni<SpeechView> post(NewSpeech body) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        SpeechRequest request = toRequest(body);
        Optional<Speech> known = speechCache.find(request.hash());
        return known.isPresent()
                ? Uni.createFrom().item(cachedView(known.get()))
                : Uni.createFrom()
                        .completionStage(() -> workers.make(request))
                        .ifNoItem()
                        .after(config.requestTimeout())
                        .failWith(SpeechWorkers::timedOut)
                        .map(made -> view(made, AnswerKind.MADE))
                        .onFailure(CompletionException.class)
                        .transform(Throwable::getCause)
                        .onFailure()
                        .invoke(() -> metrics.countRequest(AnswerKind.FAILED, 0));
    }

    @GET
    @LimitedRead
    @Path("/{hash}")
    public SpeechView get(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw notFound();
        }
        return cachedView(speechCache.find(hash).orElseThrow(SpeechResource::notFound));
    }

    private SpeechRequest toRequest(NewSpeech body) {
        SpeechRequest request = body.toRequest(
                speechEngine
                        .engine()
                        .orElseThrow(() -> new SpeechUnavailable(
                                "This installation has no engine that speaks", NO_ENGINE_RETRY_AFTER)),
                TENANT);
        if (request.needsConversion() && !converter.isInstalled()) {
            throw new SpeechFormatUnavailable(request.utterance().format());
        }
        return request;
    }

    private SpeechView cachedView(Speech speech) {
        return view(speech, AnswerKind.HIT);
    }

    private SpeechView view(Speech speech, AnswerKind answer) {
        SignedRequest signed = store.signedGet(speech.key(), speech.contentType(), config.urlValidity());
        metrics.countRequest(answer, speech.sizeBytes());
        return new SpeechView(
                signed.url(),
                signed.expiresAt(),
                speech.hash(),
                speech.contentType(),
                speech.sizeBytes(),
                speech.durationMs(),
                answer == AnswerKind.HIT);
    }

    private static NotFound notFound() {
        return new NotFound("There is no speech under this hash");
    }
}
