package dev.parlance.conversation.speech;

import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Many may want the same speech at the same moment: in this instance they share one errand, and the errands of
/// several instances agree by the claim in the database. Whoever waits holds neither a thread nor a connection.
@ApplicationScoped
class SpeechMakers {
    private static final Logger LOG = Logger.getLogger(SpeechMakers.class);
    /// One looks after errands whose speech another instance makes; a database that is slow must not keep the other
    /// one from renewing claims.
    private static final int TIMERS = 2;
    private static final int RENEWALS = 3;

    private final MakeSpeech makeSpeech;
    private final Speeches speeches;
    private final SpeechConfig config;
    private final Map<String, CompletableFuture<Speech>> errands = new ConcurrentHashMap<>();
    private final ExecutorService makers;
    private final ScheduledExecutorService timers;

    SpeechMakers(MakeSpeech makeSpeech, Speeches speeches, SpeechConfig config) {
        this.makeSpeech = makeSpeech;
        this.speeches = speeches;
        this.config = config;
        this.makers = new ThreadPoolExecutor(
                config.makers(),
                config.makers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                threads("speech-maker-"));
        this.timers = Executors.newScheduledThreadPool(TIMERS, threads("speech-timer-"));
    }

    void start(@Observes StartupEvent event) {
        long every = config.lease().dividedBy(RENEWALS).toMillis();
        var _ = timers.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    /// By now no request waits; what is still being made is left to its lease.
    void stop(@Observes ShutdownEvent event) {
        timers.shutdownNow();
        makers.shutdownNow();
    }

    /// The speech, once it is there, made here or elsewhere.
    ///
    /// @return fails with a [dev.parlance.kit.problem.DomainProblem]; whoever no longer listens stops nobody
    CompletionStage<Speech> make(SpeechOrder order) {
        return order.isConverted()
                ? errand(order.source(), null).thenCompose(source -> errand(order, source))
                : errand(order, null);
    }

    private CompletableFuture<Speech> errand(SpeechOrder order, Speech source) {
        var mine = new CompletableFuture<Speech>();
        CompletableFuture<Speech> shared = errands.putIfAbsent(order.hash(), mine);
        if (shared != null) {
            return shared.copy();
        }
        var _ = mine.whenComplete((_, _) -> errands.remove(order.hash(), mine));
        submit(new Errand(
                order, source, mine, System.nanoTime() + config.patience().toNanos()));
        return mine.copy();
    }

    /// @param source   what is converted; null where an engine speaks
    /// @param deadline of its waiting for another instance
    private record Errand(SpeechOrder order, Speech source, CompletableFuture<Speech> answer, long deadline) {}

    private void submit(Errand errand) {
        try {
            makers.execute(() -> run(errand));
        } catch (RejectedExecutionException _) {
            errand.answer()
                    .completeExceptionally(new Overloaded(
                            "More speeches are waiting to be made than the service takes; send it again"));
        }
    }

    private void run(Errand errand) {
        try {
            makeSpeech
                    .make(errand.order(), errand.source())
                    .ifPresentOrElse(errand.answer()::complete, () -> lookLater(errand));
        } catch (RuntimeException failure) {
            errand.answer().completeExceptionally(failure);
        }
    }

    private void lookLater(Errand errand) {
        if (System.nanoTime() > errand.deadline()) {
            errand.answer().completeExceptionally(late());
            return;
        }
        try {
            var _ = timers.schedule(() -> look(errand), config.look().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            errand.answer().completeExceptionally(late());
        }
    }

    /// Another makes it: until that one is done, has failed or is gone, there is nothing to do.
    private void look(Errand errand) {
        try {
            if (speeches.maker(errand.order().hash()) == Speeches.Maker.AT_WORK) {
                lookLater(errand);
            } else {
                submit(errand);
            }
        } catch (RuntimeException failure) {
            errand.answer().completeExceptionally(failure);
        }
    }

    private void renew() {
        Set<UUID> claims = makeSpeech.atWork();
        if (claims.isEmpty()) {
            return;
        }
        try {
            speeches.renew(claims);
        } catch (RuntimeException e) {
            LOG.warnf("event=speech-claims-not-renewed claims=%d cause=%s", claims.size(), TransientFailure.brief(e));
        }
    }

    static SpeechUnavailable late() {
        return new SpeechUnavailable("The speech is still being made; send the request again", Duration.ofSeconds(2));
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name, 1).factory();
    }
}
