package dev.parlance.conversation.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.conversation.UnknownConversation;
import dev.parlance.conversation.peer.PeerAnswer;
import dev.parlance.conversation.peer.Peers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Waits for a turn's analysis without a thread and without a connection: it listens like a stream. Only so many wait
/// at once; whoever comes then is told so, and does not wait.
@ApplicationScoped
public class AwaitAnalysis {
    private final Conversations conversations;
    private final LiveLearners learners;
    private final LiveEvents events;
    private final LiveStreams streams;
    private final Peers peers;
    private final LiveConfig config;
    private final Semaphore room;

    AwaitAnalysis(
            Conversations conversations,
            LiveLearners learners,
            LiveEvents events,
            LiveStreams streams,
            Peers peers,
            LiveConfig config) {
        this.conversations = conversations;
        this.learners = learners;
        this.events = events;
        this.streams = streams;
        this.peers = peers;
        this.config = config;
        this.room = new Semaphore(config.waits());
    }

    /// The longest that anybody may wait.
    public Duration longest() {
        return config.longestWait();
    }

    /// A place to wait in for one turn's analysis, to be closed whatever happens; empty where too many wait.
    public Optional<Place> place(String tenant, ConversationId conversation, TurnId turn) {
        return room.tryAcquire() ? Optional.of(new Place(tenant, conversation, turn)) : Optional.empty();
    }

    /// Where somebody waits for one turn's analysis.
    public final class Place implements AutoCloseable {
        private final String tenant;
        private final ConversationId conversation;
        private final TurnId turn;
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile AnalysisWait wait;

        private Place(String tenant, ConversationId conversation, TurnId turn) {
            this.tenant = tenant;
            this.conversation = conversation;
            this.turn = turn;
        }

        /// Begins to listen: to be done before the turn is recorded, so that nothing is missed.
        ///
        /// @return whether there is such a conversation
        public Uni<Boolean> listen() {
            return onWorker(() -> {
                try {
                    Learner learner = conversations.learner(tenant, conversation);
                    long position = learners.register(learner).position();
                    wait = new AnalysisWait(learner, turn.value(), position);
                } catch (UnknownConversation e) {
                    return false; // the turn's own answer says so
                }
                streams.add(wait);
                if (closed.get()) {
                    streams.remove(wait);
                }
                return true;
            });
        }

        /// What was found, if it is told in time.
        public Uni<Optional<TurnAnalysis>> found(Duration time) {
            return Uni.createFrom()
                    .completionStage(wait.found())
                    .map(Optional::of)
                    .ifNoItem()
                    .after(time)
                    .recoverWithItem(Optional::empty);
        }

        /// The same of a turn that was recorded before, and whose analysis may have been told before. Where
        /// nobody listened then, nothing was kept here: analysis-service itself is asked. If that does not
        /// answer, only what has not come yet is waited for.
        public Uni<Optional<TurnAnalysis>> toldOrFound(Duration time) {
            long deadline = System.nanoTime() + time.toNanos();
            return told().flatMap(told -> told.isPresent() ? Uni.createFrom().item(told) : asked(deadline));
        }

        private Uni<Optional<TurnAnalysis>> asked(long deadline) {
            return Uni.createFrom()
                    .completionStage(() -> peers.analysis(turn.value()))
                    .ifNoItem()
                    .after(until(deadline))
                    .recoverWithItem(PeerAnswer.Unanswered::new)
                    .flatMap(answer -> switch (answer) {
                        case PeerAnswer.Found(JsonNode body) -> Uni.createFrom().item(TurnAnalysis.of(body));
                        case PeerAnswer.Missing _ -> found(until(deadline));
                        case PeerAnswer.Unanswered _ ->
                            onWorker(() -> events.isAnalysed(wait.learner(), turn.value()))
                                    .flatMap(came -> came ? told() : found(until(deadline)));
                    });
        }

        /// What was kept of it, while somebody listened.
        private Uni<Optional<TurnAnalysis>> told() {
            return onWorker(() -> TurnAnalysis.of(events.ofTurn(wait.learner(), turn.value())));
        }

        private static Duration until(long deadline) {
            return Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1));
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                room.release();
                if (wait != null) {
                    streams.remove(wait);
                }
            }
        }
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
