package dev.parlance.conversation.speech.synthesis;

import dev.parlance.conversation.speech.cache.Speech;
import dev.parlance.conversation.speech.cache.SpeechConfig;
import dev.parlance.conversation.speech.cache.SpeechRequest;
import dev.parlance.conversation.speech.cache.Speeches;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.problem.Overloaded;
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

/// Makes speeches in worker threads. Concurrent requests for one hash share one synthesis (single-flight); across
/// instances a lock in the database elects one worker. A waiting request holds neither a thread nor a connection.
@ApplicationScoped
public class SpeechWorkers {
    private static final Logger LOG = Logger.getLogger(SpeechWorkers.class);
    /// One thread polls speeches that another instance makes; the other renews locks, so that a slow database query
    /// of the first does not delay it.
    private static final int TIMER_THREADS = 2;
    private static final int RENEWALS_PER_LEASE = 3;

    private final MakeSpeech makeSpeech;
    private final Speeches speeches;
    private final SpeechConfig config;
    private final Map<String, CompletableFuture<Speech>> inFlight = new ConcurrentHashMap<>();
    private final ExecutorService workers;
    private final ScheduledExecutorService timers;

    SpeechWorkers(MakeSpeech makeSpeech, Speeches speeches, SpeechConfig config) {
        this.makeSpeech = makeSpeech;
        this.speeches = speeches;
        this.config = config;
        this.workers = new ThreadPoolExecutor(
                config.workers(),
                config.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.queueCapacity()),
                threadFactory("speech-worker-"));
        this.timers = Executors.newScheduledThreadPool(TIMER_THREADS, threadFactory("speech-timer-"));
    }

    void start(@Observes StartupEvent event) {
        long interval = config.leaseDuration().dividedBy(RENEWALS_PER_LEASE).toMillis();
        var _ = timers.scheduleWithFixedDelay(this::renewLocks, interval, interval, TimeUnit.MILLISECONDS);
    }

    /// No request waits any more; locks of unfinished speeches expire.
    void stop(@Observes ShutdownEvent event) {
        timers.shutdownNow();
        workers.shutdownNow();
    }

    /// The speech, once it is made, here or on another instance.
    ///
    /// @return fails with a [dev.parlance.kit.problem.DomainProblem]; a caller that cancels does not stop the
    ///     synthesis
    public CompletionStage<Speech> make(SpeechRequest request) {
        return request.needsConversion()
                ? joinOrSubmit(request.source(), null).thenCompose(source -> joinOrSubmit(request, source))
                : joinOrSubmit(request, null);
    }

    private CompletableFuture<Speech> joinOrSubmit(SpeechRequest request, Speech source) {
        var answer = new CompletableFuture<Speech>();
        CompletableFuture<Speech> shared = inFlight.putIfAbsent(request.hash(), answer);
        if (shared != null) {
            return shared.copy();
        }
        var _ = answer.whenComplete((_, _) -> inFlight.remove(request.hash(), answer));
        submit(new InFlightRequest(
                request,
                source,
                answer,
                System.nanoTime() + config.requestTimeout().toNanos()));
        return answer.copy();
    }

    /// @param source   of a conversion; null for a synthesis
    /// @param deadline of the polling, in nanoseconds of `System.nanoTime`
    private record InFlightRequest(
            SpeechRequest request, Speech source, CompletableFuture<Speech> answer, long deadline) {}

    private void submit(InFlightRequest pending) {
        try {
            workers.execute(() -> run(pending));
        } catch (RejectedExecutionException _) {
            pending.answer()
                    .completeExceptionally(new Overloaded(
                            "More speeches are waiting to be made than the service takes; send it again"));
        } catch (RuntimeException | Error failure) { // for example no memory for a thread
            pending.answer().completeExceptionally(failure);
        }
    }

    private void run(InFlightRequest pending) {
        try {
            makeSpeech
                    .make(pending.request(), pending.source())
                    .ifPresentOrElse(pending.answer()::complete, () -> pollLater(pending));
        } catch (RuntimeException | Error failure) {
            pending.answer().completeExceptionally(failure);
        }
    }

    private void pollLater(InFlightRequest pending) {
        if (System.nanoTime() > pending.deadline()) {
            pending.answer().completeExceptionally(timedOut());
            return;
        }
        try {
            var _ = timers.schedule(() -> poll(pending), config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            pending.answer().completeExceptionally(timedOut());
        }
    }

    /// Polls while another instance holds the lock; once it is released or expired, tries again.
    private void poll(InFlightRequest pending) {
        try {
            if (speeches.lockState(pending.request().hash()) == Speeches.LockState.HELD) {
                pollLater(pending);
            } else {
                submit(pending);
            }
        } catch (RuntimeException | Error failure) {
            pending.answer().completeExceptionally(failure);
        }
    }

    private void renewLocks() {
        Set<UUID> lockIds = makeSpeech.heldLocks();
        if (lockIds.isEmpty()) {
            return;
        }
        try {
            speeches.renewLocks(lockIds);
        } catch (RuntimeException | Error e) { // would end the schedule
            LOG.warnf("event=speech-locks-not-renewed locks=%d cause=%s", lockIds.size(), TransientFailure.brief(e));
        }
    }

    static SpeechUnavailable timedOut() {
        return new SpeechUnavailable("The speech is still being made; send the request again", Duration.ofSeconds(2));
    }

    private static ThreadFactory threadFactory(String name) {
        return Thread.ofPlatform().daemon().name(name, 1).factory();
    }
}
