package dev.parlance.summary.fact;

import dev.parlance.contract.id.Learner;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/// The day in which a turn is counted, over HTTP.
@Path("/v1/turns/{turn}/day")
@Produces(MediaType.APPLICATION_JSON)
class FactResource {
    private final TurnFacts facts;

    FactResource(TurnFacts facts) {
        this.facts = facts;
    }

    @GET
    @LimitedRead
    @DerivedRead
    public CountedTurn get(String turn) {
        return facts.findCounted(Learner.DEFAULT_TENANT, parsed(turn)).orElseThrow(() -> new UnknownTurn(turn));
    }

    private static UUID parsed(String turn) {
        return UuidText.parse(turn).orElseThrow(() -> new UnknownTurn(turn));
    }
}
