package dev.parlance.conversation.speech;

import dev.parlance.contract.Learner;
import dev.parlance.conversation.speech.SpeechMetrics.Answer;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.SignedRequest;
import dev.parlance.conversation.synthesis.Converter;
import dev.parlance.conversation.synthesis.Engines;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
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

/// Speech over HTTP. A speech that is there costs one row's look-up and a signature that is made here; S3 is asked
/// by whoever follows the URL.
@Path("/v1/speech")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SpeechResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Duration UNTIL_SOMEBODY_INSTALLS_ONE = Duration.ofMinutes(1);

    private final Engines engines;
    private final Converter converter;
    private final RecentSpeeches speeches;
    private final SpeechMakers makers;
    private final ObjectStore store;
    private final SpeechMetrics metrics;
    private final SpeechConfig config;

    SpeechResource(
            Engines engines,
            Converter converter,
            RecentSpeeches speeches,
            SpeechMakers makers,
            ObjectStore store,
            SpeechMetrics metrics,
            SpeechConfig config) {
        this.engines = engines;
        this.converter = converter;
        this.speeches = speeches;
        this.makers = makers;
        this.store = store;
        this.metrics = metrics;
        this.config = config;
    }

    /// @param url        of the sound, for whoever has it; nothing else is needed
    /// @param durationMs null where nobody knows
    /// @param cached     whether it was there already
    record SpeechView(
            URI url,
            Instant expiresAt,
            String hash,
            String contentType,
            long sizeBytes,
            Integer durationMs,
            boolean cached) {}

    /// The same request may be sent as often as a client likes: it needs no `Idempotency-Key`.
    @POST
    @Blocking
    public Uni<SpeechView> post(NewSpeech wanted) {
        if (wanted == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        SpeechOrder order = order(wanted);
        Optional<Speech> known = speeches.find(order.hash());
        return known.isPresent()
                ? Uni.createFrom().item(hit(known.get()))
                : Uni.createFrom()
                        .completionStage(() -> makers.make(order))
                        .ifNoItem()
                        .after(config.patience())
                        .failWith(SpeechMakers::late)
                        .map(made -> view(made, Answer.MADE))
                        .onFailure(CompletionException.class)
                        .transform(Throwable::getCause)
                        .onFailure()
                        .invoke(() -> metrics.answered(Answer.FAILED, 0));
    }

    @GET
    @Path("/{hash}")
    public SpeechView get(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw unknown();
        }
        return hit(speeches.find(hash).orElseThrow(SpeechResource::unknown));
    }

    private SpeechOrder order(NewSpeech wanted) {
        SpeechOrder order = wanted.orderedFrom(
                engines.engine()
                        .orElseThrow(() -> new SpeechUnavailable(
                                "This installation has no engine that speaks", UNTIL_SOMEBODY_INSTALLS_ONE)),
                TENANT);
        if (order.isConverted() && !converter.isInstalled()) {
            throw new SpeechFormatUnavailable(order.utterance().format());
        }
        return order;
    }

    private SpeechView hit(Speech speech) {
        return view(speech, Answer.HIT);
    }

    private SpeechView view(Speech speech, Answer answer) {
        SignedRequest signed = store.signedGet(speech.key(), speech.contentType(), config.urlLife());
        metrics.answered(answer, speech.sizeBytes());
        return new SpeechView(
                signed.url(),
                signed.expiresAt(),
                speech.hash(),
                speech.contentType(),
                speech.sizeBytes(),
                speech.durationMs(),
                answer == Answer.HIT);
    }

    private static NotFound unknown() {
        return new NotFound("There is no speech under this hash");
    }
}
