package dev.parlance.conversation.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.conversation.PathId;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.ProblemAnswer;
import dev.parlance.kit.problem.ProblemBody;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.function.Supplier;

/// Streams over HTTP, as plain routes: an answer that stays open for hours wants its own back-pressure, and neither a
/// thread nor what a resource's request keeps (docs/decisions/0019-live-streams.md). `META-INF/openapi.yaml` describes
/// them.
@ApplicationScoped
class LiveResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final String LAST_EVENT = "Last-Event-ID";

    private final Conversations conversations;
    private final LiveLearners learners;
    private final LiveStreams listeners;
    private final OpenStreams streams;
    private final LiveConfig config;
    private final Vertx vertx;
    private final ObjectMapper json;

    LiveResource(
            Conversations conversations,
            LiveLearners learners,
            LiveStreams listeners,
            OpenStreams streams,
            LiveConfig config,
            Vertx vertx,
            ObjectMapper json) {
        this.conversations = conversations;
        this.learners = learners;
        this.listeners = listeners;
        this.streams = streams;
        this.config = config;
        this.vertx = vertx;
        this.json = json;
    }

    /// @param conversation null: all of the learner's
    private record Topic(Learner learner, UUID conversation) {}

    /// @param isReset whether the client's last event is not known any more
    private record Start(Topic topic, long position, boolean isReset) {}

    void routes(@Observes Router router) {
        router.get("/v1/conversations/:conversation/live")
                .handler(request -> open(request, () -> ofConversation(request.pathParam("conversation"))));
        router.get("/v1/learners/:learner/live")
                .handler(request -> open(request, () -> ofLearner(request.pathParam("learner"))));
    }

    private void open(RoutingContext request, Supplier<Topic> topic) {
        Context context = vertx.getOrCreateContext(); // of the connection, as every handler's
        context.executeBlocking(() -> start(topic.get(), request.request().getHeader(LAST_EVENT)), false)
                .onSuccess(start -> begin(request, context, start))
                .onFailure(failure -> refuse(request, failure));
    }

    private Topic ofConversation(String id) {
        ConversationId conversation = PathId.conversation(id);
        return new Topic(conversations.learner(TENANT, conversation), conversation.value());
    }

    private static Topic ofLearner(String id) {
        return new Topic(
                Learner.ofId(id)
                        .orElseThrow(() ->
                                new InvalidRequest("learnerId", "learnerId must match [A-Za-z0-9._~@:+-]{1,128}")),
                null);
    }

    private Start start(Topic topic, String lastEvent) {
        streams.requireRoom();
        long known = lastEvent == null ? -1 : position(lastEvent);
        LiveLearners.Place place = learners.register(topic.learner());
        boolean resumes = known >= place.floor() && known <= place.position();
        return new Start(topic, resumes ? known : place.position(), lastEvent != null && !resumes);
    }

    private static long position(String lastEvent) {
        try {
            long position = Long.parseLong(lastEvent.strip());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new InvalidRequest(LAST_EVENT, LAST_EVENT + " must be the id of an event");
    }

    private void begin(RoutingContext request, Context context, Start start) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no") // a proxy must not collect it
                .setWriteQueueMaxSize(config.buffer());
        var stream = new LiveStream(
                start.topic().learner(), start.topic().conversation(), start.position(), response, context, listeners);
        request.addEndHandler(_ -> streams.remove(stream));
        stream.begin(start.isReset());
        streams.add(stream, () -> cut(request.request()));
    }

    /// A connection of HTTP/2 may carry other requests.
    private static void cut(HttpServerRequest request) {
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
        ProblemAnswer answer = ProblemAnswer.of(failure, request.request().path());
        HttpServerResponse response = request.response()
                .setStatusCode(answer.body().status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        answer.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
        try {
            var _ = response.end(json.writeValueAsString(answer.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always writable", impossible);
        }
    }
}
