package dev.parlance.kit.pipeline;

import dev.parlance.kit.problem.Overloaded;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/// Keeps writes out while too much waits in the outbox: a queue that only grows would fill the disk, and what is
/// taken in late helps nobody. Never asks the database itself: a refusal must cost nothing.
@Provider
@Admitted
public class AdmissionFilter implements ContainerRequestFilter {
    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (admission.isClosed()) {
            throw new Overloaded(
                    "More events wait to be sent than this service may hold; nothing was stored, send the request"
                            + " again",
                    admission.retryAfter());
        }
    }
}
