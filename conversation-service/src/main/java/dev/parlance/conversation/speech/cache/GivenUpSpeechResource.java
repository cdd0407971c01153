package dev.parlance.conversation.speech.cache;

import dev.parlance.conversation.speech.cache.GivenUpSpeeches.GivenUp;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Given-up speeches for operators: list, retry.
@Path("/v1/admin/speech/given-up")
@Produces(MediaType.APPLICATION_JSON)
class GivenUpSpeechResource {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final GivenUpSpeeches speeches;

    GivenUpSpeechResource(GivenUpSpeeches speeches) {
        this.speeches = speeches;
    }

    @GET
    @LimitedRead
    public Page<GivenUp> list(@RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "given-up-speech");
        return Page.of(speeches.list(page), page, last -> List.of(last.since().toString(), last.hash()));
    }

    @POST
    @Path("/{hash}:retry")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> retry(String hash) {
        if (HASH.matcher(hash).matches() && speeches.retry(hash)) {
            return RestResponse.accepted();
        }
        throw new NotFound("No speech under this hash was given up");
    }
}
