package dev.parlance.kit.pipeline;

import dev.parlance.kit.problem.Overloaded;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/// Sends away what comes over an old connection when a service has stopped all but its port.
@Provider
@PreMatching
public class LeavingFilter implements ContainerRequestFilter {
    private final Leaving leaving;

    LeavingFilter(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (leaving.isOver()) {
            throw new Overloaded("The service is stopping; nothing was stored, send the request again");
        }
    }
}
