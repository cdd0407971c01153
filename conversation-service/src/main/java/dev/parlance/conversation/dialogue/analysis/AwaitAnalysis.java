package dev.parlance.conversation.dialogue.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.UnknownConversation;
import dev.parlance.conversation.stream.event.LiveConfig;
import dev.parlance.conversation.stream.event.LiveEvents;
import dev.parlance.conversation.stream.event.LiveSubscriptions;
import dev.parlance.conversation.stream.sse.LiveEventDispatcher;
import dev.parlance.kit.read.ReadLimit;
import dev.parlance.kit.read.TooManyReads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Waits for the analysis of a turn without holding a thread or a database connection: it subscribes to the learner's
/// live events. The number of waiting requests is bounded; a further one does not wait.
@ApplicationScoped
public class AwaitAnalysis {
    private final Conversations conversations;
    private final LiveSubscriptions subscriptions;
    private final LiveEvents events;
    private final AnalyzedTurns analyzedTurns;
    private final LiveEventDispatcher dispatcher;
    private final PeerClient peerClient;
    private final LiveConfig config;
    private final ReadLimit reads;
    private final Semaphore permits;

    AwaitAnalysis(
            Conversations conversations,
            LiveSubscriptions subscriptions,
            LiveEvents events,
            AnalyzedTurns analyzedTurns,
            LiveEventDispatcher dispatcher,
            PeerClient peerClient,
            LiveConfig config,
            ReadLimit reads) {
        this.conversations = conversations;
        this.subscriptions = subscriptions;
        this.events = events;
        this.analyzedTurns = analyzedTurns;
        this.dispatcher = dispatcher;
        this.peerClient = peerClient;
        this.config = config;
        this.reads = reads;
        this.permits = new Semaphore(config.maxWaitingRequests());
    }

    /// The longest wait that is allowed.
    public Duration maxWait() {
        return config.maxWait();
    }

    /// A slot to wait for one turn's analysis, to be closed in any case; empty if too many requests wait.
    public Optional<WaitSlot> acquireSlot(String tenant, ConversationId conversation, TurnId turn) {
        return permits.tryAcquire() ? Optional.of(new WaitSlot(tenant, conversation, turn)) : Optional.empty();
    }

    /// The wait of one request for one turn's analysis.
    public final class WaitSlot implements AutoCloseable {
        private final String tenant;
        private final ConversationId conversation;
        private final TurnId turn;
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile AnalysisSubscriber subscriber;

        private WaitSlot(String tenant, ConversationId conversation, TurnId turn) {
            this.tenant = tenant;
            this.conversation = conversation;
            this.turn = turn;
        }

        /// Subscribes; to be called before the turn is recorded, so that no event is missed. Never fails and never
        /// takes longer than this time: the turn must be recorded in any case.
        ///
        /// @return false if there is no such conversation, or no subscription in time
        public Uni<Boolean> subscribe(Duration time) {
            return read(this::register, false)
                    .ifNoItem()
                    .after(time)
                    .recoverWithItem(false)
                    .onFailure()
                    .recoverWithItem(false); // the response to the turn reports what is the matter
        }

        private boolean register() {
            try {
                Learner learner = conversations.getLearner(tenant, conversation);
                long position = subscriptions.register(learner).position();
                subscriber = new AnalysisSubscriber(learner, turn.value(), position);
            } catch (UnknownConversation e) {
                return false; // the response to the turn reports it
            }
            dispatcher.add(subscriber);
            if (closed.get()) {
                dispatcher.remove(subscriber);
            }
            return true;
        }

        /// The analysis, if its events arrive in time.
        public Uni<Optional<TurnAnalysis>> awaitNew(Duration time) {
            return Uni.createFrom()
                    .completionStage(subscriber.result())
                    .map(Optional::of)
                    .ifNoItem()
                    .after(time)
                    .recoverWithItem(Optional::empty);
        }

        /// The same for a turn that was recorded before, so that its analysis may have arrived before. If its
        /// learner had no subscriber then, no event was stored, and analysis-service is asked. If that fails,
        /// this waits only for an analysis that has not arrived yet.
        public Uni<Optional<TurnAnalysis>> findOrAwait(Duration time) {
            long deadline = System.nanoTime() + time.toNanos();
            return findStored()
                    .flatMap(stored -> stored.isPresent() ? Uni.createFrom().item(stored) : fetchOrAwait(deadline));
        }

        private Uni<Optional<TurnAnalysis>> fetchOrAwait(long deadline) {
            return Uni.createFrom()
                    .completionStage(() -> peerClient.fetchAnalysis(turn.value()))
                    .ifNoItem()
                    .after(timeLeft(deadline))
                    .recoverWithItem(PeerResponse.NoResponse::new)
                    .flatMap(response -> switch (response) {
                        case PeerResponse.Found(JsonNode body) ->
                            Uni.createFrom().item(TurnAnalysis.of(body));
                        case PeerResponse.NotFound _ -> awaitNew(timeLeft(deadline));
                        case PeerResponse.NoResponse _ ->
                            read(() -> analyzedTurns.exists(tenant, turn.value()), false)
                                    .flatMap(exists -> exists ? findStored() : awaitNew(timeLeft(deadline)));
                    });
        }

        /// The analysis from the stored live events, which exist if the learner had a subscriber.
        private Uni<Optional<TurnAnalysis>> findStored() {
            return read(() -> TurnAnalysis.of(events.findByTurn(subscriber.learner(), turn.value())), Optional.empty());
        }

        private static Duration timeLeft(long deadline) {
            return Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1));
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                permits.release();
                if (subscriber != null) {
                    dispatcher.remove(subscriber);
                }
            }
        }
    }

    /// @param otherwise the answer if too many read
    private <T> Uni<T> read(Supplier<T> read, T otherwise) {
        return Uni.createFrom()
                .item(() -> reads.call(read))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(TooManyReads.class)
                .recoverWithItem(otherwise);
    }
}
