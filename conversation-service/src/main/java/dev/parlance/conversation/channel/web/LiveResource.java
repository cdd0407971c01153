package dev.parlance.conversation.channel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.conversation.stream.event.LiveConfig;
import dev.parlance.conversation.stream.event.LiveSubscriptions;
import dev.parlance.conversation.stream.sse.LiveEventDispatcher;
import dev.parlance.conversation.stream.sse.SseStream;
import dev.parlance.conversation.stream.sse.SseStreams;
import dev.parlance.kit.http.ProblemBody;
import dev.parlance.kit.http.ProblemResponse;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.Overloaded;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/// Live streams over HTTP, as plain Vert.x routes: a response that stays open for hours needs back-pressure of its
/// own, and must hold neither a thread nor the state of a resource's request (docs/decisions/0019-live-streams.md).
/// `META-INF/openapi.yaml` describes the routes.
@ApplicationScoped
class LiveResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    /// Each takes a connection at times: thousands of streams that are opened at once, after a restart, must leave most
    /// of the pool to others.
    private static final int OPENING_THREADS = 4;
    /// A client waits about so long for its answer.
    private static final Duration MAX_OPENING_TIME = Duration.ofSeconds(10);

    private final Conversations conversations;
    private final LiveSubscriptions subscriptions;
    private final LiveEventDispatcher dispatcher;
    private final SseStreams streams;
    private final LiveConfig config;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final WorkerExecutor openers;

    LiveResource(
            Conversations conversations,
            LiveSubscriptions subscriptions,
            LiveEventDispatcher dispatcher,
            SseStreams streams,
            LiveConfig config,
            Vertx vertx,
            ObjectMapper json) {
        this.conversations = conversations;
        this.subscriptions = subscriptions;
        this.dispatcher = dispatcher;
        this.streams = streams;
        this.config = config;
        this.vertx = vertx;
        this.json = json;
        this.openers = vertx.createSharedWorkerExecutor("live-opening", OPENING_THREADS);
    }

    /// @param conversation null for all of the learner's
    private record StreamTarget(Learner learner, UUID conversation) {}

    /// @param isReset whether events after the client's last one may have been deleted
    private record StreamStart(StreamTarget target, long position, boolean isReset) {}

    void routes(@Observes Router router) {
        router.get("/v1/conversations/:conversation/live")
                .handler(request -> open(request, () -> conversationTarget(request.pathParam("conversation"))));
        router.get("/v1/learners/:learner/live")
                .handler(request -> open(request, () -> learnerTarget(request.pathParam("learner"))));
    }

    private void open(RoutingContext request, Supplier<StreamTarget> target) {
        Context context = vertx.getOrCreateContext(); // of the connection, as every handler's
        try {
            streams.beginOpening();
        } catch (Overloaded overloaded) {
            refuse(request, overloaded);
            return;
        }
        long deadline = System.nanoTime() + MAX_OPENING_TIME.toNanos();
        openers.executeBlocking(() -> start(request, target, deadline), false)
                .onSuccess(start -> begin(request, context, start))
                .onFailure(failure -> refuse(request, failure))
                .onComplete(_ -> streams.endOpening());
    }

    private StreamStart start(RoutingContext request, Supplier<StreamTarget> target, long deadline) {
        if (request.response().closed() || System.nanoTime() > deadline) {
            throw new Overloaded("More streams are being opened than the service opens in time");
        }
        return start(target.get(), request.request().getHeader(LAST_EVENT_ID));
    }

    private StreamTarget conversationTarget(String id) {
        ConversationId conversation = PathId.conversationId(id);
        return new StreamTarget(conversations.getLearner(TENANT, conversation), conversation.value());
    }

    private static StreamTarget learnerTarget(String id) {
        return new StreamTarget(
                Learner.ofId(id)
                        .orElseThrow(() ->
                                new InvalidRequest("learnerId", "learnerId must match [A-Za-z0-9._~@:+-]{1,128}")),
                null);
    }

    private StreamStart start(StreamTarget target, String lastEventId) {
        streams.requireCapacityOf(target.learner());
        long known = lastEventId == null ? -1 : position(lastEventId);
        LiveSubscriptions.EventRange range = register(target);
        boolean resumes = known >= range.floor() && known <= range.position();
        return new StreamStart(target, resumes ? known : range.position(), lastEventId != null && !resumes);
    }

    private LiveSubscriptions.EventRange register(StreamTarget target) {
        Learner learner = target.learner();
        return target.conversation() != null || conversations.learnerExists(learner)
                ? subscriptions.register(learner)
                : subscriptions
                        .registerUnknown(learner, config.maxUnknownLearners())
                        .orElseThrow(() -> new Overloaded(
                                "Too many streams are open to learners without a conversation; create the"
                                        + " conversation first"));
    }

    private static long position(String lastEventId) {
        try {
            long position = Long.parseLong(lastEventId.strip());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // rejected below, like a number out of range
        }
        throw new InvalidRequest(LAST_EVENT_ID, LAST_EVENT_ID + " must be the id of an event");
    }

    private void begin(RoutingContext request, Context context, StreamStart start) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no") // a proxy must not buffer it
                .setWriteQueueMaxSize(config.writeBufferBytes());
        var stream = new SseStream(
                start.target().learner(),
                start.target().conversation(),
                start.position(),
                response,
                context,
                dispatcher);
        request.addEndHandler(_ -> streams.remove(stream));
        stream.begin(start.isReset());
        streams.add(stream, () -> closeConnection(request.request()));
    }

    /// An HTTP/2 connection may carry other requests, so only the stream is reset.
    private static void closeConnection(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            var _ = request.connection().close();
        }
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (request.response().closed()) {
            return;
        }
        ProblemResponse problem = ProblemResponse.of(failure, request.request().path());
        HttpServerResponse response = request.response()
                .setStatusCode(problem.body().status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
        try {
            var _ = response.end(json.writeValueAsString(problem.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem can always be written", impossible);
        }
    }
}
