package dev.parlance.kit.admission;

import dev.parlance.kit.problem.Overloaded;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/// Refuses writes while too many events wait to be sent: an outbox that only grows would fill the disk. Does not
/// query the database, because a refusal must cost nothing.
@Provider
@RequiresAdmission
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
