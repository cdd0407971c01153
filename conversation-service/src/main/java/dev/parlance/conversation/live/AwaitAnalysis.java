package dev.parlance.conversation.live;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.conversation.UnknownConversation;
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
    private final LiveConfig config;
    private final Semaphore room;

    AwaitAnalysis(
            Conversations conversations,
            LiveLearners learners,
            LiveEvents events,
            LiveStreams streams,
            LiveConfig config) {
        this.conversations = conversations;
        this.learners = learners;
        this.events = events;
        this.streams = streams;
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

        /// The same of a turn that was recorded before, and whose analysis may have been told before.
        public Uni<Optional<TurnAnalysis>> toldOrFound(Duration time) {
            return onWorker(() -> TurnAnalysis.of(events.ofTurn(wait.learner(), turn.value())))
                    .flatMap(told -> told.isPresent() ? Uni.createFrom().item(told) : found(time));
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
