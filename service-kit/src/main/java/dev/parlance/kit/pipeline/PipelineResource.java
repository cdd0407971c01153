package dev.parlance.kit.pipeline;

import dev.parlance.kit.outbox.ServiceConfig;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Where work waits in this service, for the person who looks after it. Answers from memory: also, and above all,
/// when everything else is away.
@Path("/v1/admin/pipeline")
@Produces(MediaType.APPLICATION_JSON)
class PipelineResource {
    private final Instance<PipelinePart> parts;
    private final ServiceConfig service;
    private final Clock clock;

    PipelineResource(@Any Instance<PipelinePart> parts, ServiceConfig service, Clock clock) {
        this.parts = parts;
        this.service = service;
        this.clock = clock;
    }

    /// @param reconciliation what must add up, day by day; nothing where nothing is counted
    record Pipeline(String service, Instant at, List<Stage> stages, List<Object> reconciliation) {}

    @GET
    public Pipeline get() {
        return new Pipeline(
                service.name(),
                clock.instant(),
                parts.stream().flatMap(part -> part.stages().stream()).toList(),
                parts.stream()
                        .<Object>flatMap(part -> part.reconciliation().stream())
                        .toList());
    }
}
