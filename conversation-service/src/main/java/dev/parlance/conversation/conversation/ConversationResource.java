package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.conversation.idempotency.Answers;
import dev.parlance.conversation.idempotency.Answers.Answer;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.pipeline.Admitted;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.time.NewId;
import jakarta.transaction.Transactional;
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
    private final Answers answers;
    private final Clock clock;

    ConversationResource(
            StartConversation startConversation,
            EndConversation endConversation,
            Conversations conversations,
            Answers answers,
            Clock clock) {
        this.startConversation = startConversation;
        this.endConversation = endConversation;
        this.conversations = conversations;
        this.answers = answers;
        this.clock = clock;
    }

    /// @param endedAt when the sitting was over; now, if the client does not say
    record End(Instant endedAt) {}

    @Admitted
    @PUT
    @Path("/{id}")
    @APIResponseSchema(value = ConversationView.class, responseCode = "201")
    public RestResponse<ConversationView> put(String id, NewConversation sent) {
        var made = startConversation.start(
                TENANT, new ConversationId(PathId.made("id", id)), NewConversation.orNothing(sent));
        return RestResponse.status(made.isNew() ? Status.CREATED : Status.OK, view(made.conversation()));
    }

    @Admitted
    @POST
    @APIResponseSchema(value = ConversationView.class, responseCode = "201")
    public RestResponse<String> post(
            NewConversation sent, @RestHeader("Idempotency-Key") String key, @Context UriInfo uri) {
        NewConversation body = NewConversation.orNothing(sent);
        return answers.once(TENANT, uri.getPath(), key, body, () -> {
                    var made = startConversation.start(TENANT, new ConversationId(NewId.random()), body);
                    return Answer.created(
                            "/v1/conversations/" + made.conversation().id(), view(made.conversation()));
                })
                .asResponse();
    }

    @GET
    @Path("/{id}")
    public ConversationView get(String id) {
        return view(conversations.get(TENANT, PathId.conversation(id)));
    }

    @GET
    @Transactional
    public Page<ConversationView> list(
            @RestQuery String learnerId,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String active,
            @RestQuery String limit,
            @RestQuery String cursor) {
        InstantRange started = InstantRange.of(from, to);
        Boolean isActive = flag("active", active);
        PageRequest page = PageRequest.of(limit, cursor, "conversations", learnerId, started, isActive);
        List<ConversationView> rows =
                conversations.list(TENANT, learnerId, started, isActive, clock.instant(), page).stream()
                        .map(this::view)
                        .toList();
        return Page.of(
                rows,
                page,
                last -> List.of(last.startedAt().toString(), last.id().toString()));
    }

    @Admitted
    @POST
    @Path("/{id}/end")
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    public RestResponse<String> end(
            String id, End end, @RestHeader("Idempotency-Key") String key, @Context UriInfo uri) {
        return answers.once(
                        TENANT,
                        uri.getPath(),
                        key,
                        end,
                        () -> Answer.ok(view(endConversation.end(
                                TENANT, PathId.conversation(id), end == null ? null : end.endedAt()))))
                .asResponse();
    }

    private ConversationView view(Conversation conversation) {
        return ConversationView.of(conversation, clock.instant());
    }

    private static Boolean flag(String field, String value) {
        return switch (value) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest(field, field + " must be true or false");
        };
    }
}
