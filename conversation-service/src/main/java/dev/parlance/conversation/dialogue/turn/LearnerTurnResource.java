package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.Channel;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/// Turns without their conversations, over HTTP: one by its id, and those of a learner.
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class LearnerTurnResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final Turns turns;
    private final LearnerTurns learnerTurns;

    LearnerTurnResource(Turns turns, LearnerTurns learnerTurns) {
        this.turns = turns;
        this.learnerTurns = learnerTurns;
    }

    @GET
    @Path("/turns/{turn}")
    @LimitedRead
    public TurnView get(String turn) {
        return PathId.turnId(turn)
                .flatMap(known -> turns.find(TENANT, known))
                .map(TurnView::of)
                .orElseThrow(() -> new UnknownTurn(turn));
    }

    @GET
    @Path("/learners/{learner}/turns")
    @LimitedRead
    public Page<TurnView> list(
            String learner,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String module,
            @RestQuery String channel,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var filter = new LearnerTurns.Filter(InstantRange.of(from, to), module, Channel.check(channel));
        PageRequest page = PageRequest.of(limit, cursor, "learner-turns", learner, filter);
        if (!Learner.isLearnerId(learner) || (module != null && !Learner.isName(module))) {
            return new Page<>(List.of(), null); // nobody has such an id or name: answered like an unknown one
        }
        List<Turn> rows = learnerTurns.list(new Learner(TENANT, learner), filter, page);
        return Page.of(
                rows.stream().map(TurnView::of).toList(),
                page,
                last -> List.of(last.occurredAt().toString(), last.id().toString()));
    }
}
