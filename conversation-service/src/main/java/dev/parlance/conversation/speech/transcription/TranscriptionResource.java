package dev.parlance.conversation.speech.transcription;

import dev.parlance.contract.id.Learner;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Transcription jobs for operators: list, retry.
@Path("/v1/admin/transcriptions")
@Produces(MediaType.APPLICATION_JSON)
class TranscriptionResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final Set<String> STATUSES = Set.of("pending", "processing", "completed", "failed");

    private final Transcriptions transcriptions;

    TranscriptionResource(Transcriptions transcriptions) {
        this.transcriptions = transcriptions;
    }

    /// @param nextAt null once it is completed or has failed
    record TranscriptionView(
            UUID id,
            UUID conversationId,
            UUID turnId,
            String status,
            int attempts,
            Instant createdAt,
            Instant nextAt,
            Instant completedAt,
            String error) {
        static TranscriptionView of(Transcription job) {
            boolean isOver = job.status() == Transcription.TranscriptionStatus.COMPLETED
                    || job.status() == Transcription.TranscriptionStatus.FAILED;
            return new TranscriptionView(
                    job.id(),
                    job.conversation().value(),
                    job.turn().value(),
                    job.status().wireName(),
                    job.attempts(),
                    job.createdAt(),
                    isOver ? null : job.nextAt(),
                    job.completedAt(),
                    job.error());
        }
    }

    @GET
    @LimitedRead
    public Page<TranscriptionView> list(
            @RestQuery String status, @RestQuery String turnId, @RestQuery String limit, @RestQuery String cursor) {
        if (status != null && !STATUSES.contains(status)) {
            throw new InvalidRequest("status", "status must be pending, processing, completed or failed");
        }
        var filter = new Transcriptions.Filter(status, UuidText.parseFilter("turnId", turnId));
        PageRequest page = PageRequest.of(limit, cursor, "transcriptions", filter);
        List<TranscriptionView> rows = transcriptions.list(TENANT, filter, page).stream()
                .map(TranscriptionView::of)
                .toList();
        return Page.of(
                rows,
                page,
                last -> List.of(last.createdAt().toString(), last.id().toString()));
    }

    @POST
    @Path("/{id}:retry")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> retry(String id) {
        boolean retried =
                UuidText.parse(id).map(job -> transcriptions.retry(TENANT, job)).orElse(false);
        if (!retried) {
            throw new NotFound("No transcription has this id");
        }
        return RestResponse.accepted();
    }
}
