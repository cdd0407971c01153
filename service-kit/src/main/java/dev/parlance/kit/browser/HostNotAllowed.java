package dev.parlance.kit.browser;

import dev.parlance.kit.problem.DomainProblem;

/// The request names a host that is not this service.
public final class HostNotAllowed extends DomainProblem {
    private static final long serialVersionUID = 1L;

    HostNotAllowed() {
        super(
                Kind.MISDIRECTED,
                "host-not-allowed",
                "This service is not reached under this name; parlance.http.allowed-hosts lists its names",
                "Host",
                null);
    }
}
