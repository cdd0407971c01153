package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.http.IdempotentResponses;
import dev.parlance.conversation.dialogue.http.ResponseData;
import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.read.LimitedRead;
import dev.parlance.kit.time.NewId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Conversations over HTTP.
@Path("/v1/conversations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ConversationResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final StartConversation startConversation;
    private final EndConversation endConversation;
    private final Conversations conversations;
    private final IdempotentResponses responses;
    private final Clock clock;

    ConversationResource(
            StartConversation startConversation,
            EndConversation endConversation,
            Conversations conversations,
            IdempotentResponses responses,
            Clock clock) {
        this.startConversation = startConversation;
        this.endConversation = endConversation;
        this.conversations = conversations;
        this.responses = responses;
        this.clock = clock;
    }

    /// @param endedAt when the conversation ended; null for now
    record End(Instant endedAt) {}

    @RequiresAdmission
    @PUT
    @Path("/{id}")
    @APIResponseSchema(value = ConversationView.class, responseCode = "201")
    public RestResponse<ConversationView> put(String id, NewConversation sent) {
        var result = startConversation.start(
                TENANT, new ConversationId(PathId.requireUuid("id", id)), NewConversation.orEmpty(sent));
        return RestResponse.status(result.isNew() ? Status.CREATED : Status.OK, view(result.conversation()));
    }

    @RequiresAdmission
    @POST
    @APIResponseSchema(value = ConversationView.class, responseCode = "201")
    public RestResponse<String> post(
            NewConversation sent, @RestHeader("Idempotency-Key") String key, @Context UriInfo uri) {
        NewConversation body = NewConversation.orEmpty(sent);
        return responses
                .executeOnce(TENANT, uri.getPath(), key, body, () -> {
                    Conversation started = startConversation
                            .start(TENANT, new ConversationId(NewId.random()), body)
                            .conversation();
                    return ResponseData.created("/v1/conversations/" + started.id(), view(started));
                })
                .toRestResponse();
    }

    @GET
    @LimitedRead
    @Path("/{id}")
    public ConversationView get(String id) {
        return view(conversations.get(TENANT, PathId.conversationId(id)));
    }

    @GET
    @LimitedRead
    public Page<ConversationView> list(
            @RestQuery String learnerId,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String active,
            @RestQuery String module,
            @RestQuery String channel,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var filter = new Conversations.Filter(
                learnerId, InstantRange.of(from, to), parseBoolean("active", active), module, Channel.check(channel));
        PageRequest page = PageRequest.of(limit, cursor, "conversations", filter);
        if ((learnerId != null && !Learner.isLearnerId(learnerId)) || (module != null && !Learner.isName(module))) {
            return new Page<>(List.of(), null); // nobody has such an id or name: answered like an unknown one
        }
        List<ConversationView> rows = conversations.list(TENANT, filter, clock.instant(), page).stream()
                .map(this::view)
                .toList();
        return Page.of(
                rows,
                page,
                last -> List.of(last.startedAt().toString(), last.id().toString()));
    }

    @RequiresAdmission
    @POST
    @Path("/{id}/end")
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    public RestResponse<String> end(
            String id, End end, @RestHeader("Idempotency-Key") String key, @Context UriInfo uri) {
        return responses
                .executeOnce(
                        TENANT,
                        uri.getPath(),
                        key,
                        end,
                        () -> ResponseData.ok(view(endConversation.end(
                                TENANT, PathId.conversationId(id), end == null ? null : end.endedAt()))))
                .toRestResponse();
    }

    private ConversationView view(Conversation conversation) {
        return ConversationView.of(conversation, clock.instant());
    }

    private static Boolean parseBoolean(String field, String value) {
        return switch (value) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest(field, field + " must be true or false");
        };
    }
}
