package dev.parlance.kit.status;

import dev.parlance.kit.ServiceConfig;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Where work waits in this service, for operators. Answers from memory: it must work while everything else is
/// unavailable.
@Path("/v1/admin/pipeline")
@Produces(MediaType.APPLICATION_JSON)
class PipelineResource {
    private final Instance<BacklogSource> sources;
    private final ServiceConfig service;
    private final Clock clock;

    PipelineResource(@Any Instance<BacklogSource> sources, ServiceConfig service, Clock clock) {
        this.sources = sources;
        this.service = service;
        this.clock = clock;
    }

    /// @param reconciliation what must add up, day by day; empty if nothing is counted
    record Pipeline(String service, Instant at, List<Stage> stages, List<Object> reconciliation) {}

    @GET
    public Pipeline get() {
        return new Pipeline(
                service.name(),
                clock.instant(),
                sources.stream().flatMap(source -> source.stages().stream()).toList(),
                sources.stream()
                        .<Object>flatMap(source -> source.reconciliation().stream())
                        .toList());
    }
}
