package dev.parlance.kit.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.kit.http.ProblemBody;
import dev.parlance.kit.http.ProblemResponse;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Refuses requests under host names that are not those of this service, before anything else looks at them. Health
/// checks are answered under any name, and without one.
@ApplicationScoped
class HostFilter {
    private static final Logger LOG = Logger.getLogger(HostFilter.class);
    private static final int FILTER_PRIORITY = 800_000;
    private static final String HEALTH_PATH = "/q/health";

    private final AllowedHosts hosts;
    private final ObjectMapper json;

    HostFilter(BrowserConfig config, @ConfigProperty(name = "quarkus.http.host") String address, ObjectMapper json) {
        this.hosts = AllowedHosts.of(config.allowedHosts(), address);
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        if (hosts.isAny()) {
            LOG.info("event=any-host-allowed setting=parlance.http.allowed-hosts");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FILTER_PRIORITY);
    }

    private void check(RoutingContext route) {
        HostAndPort host = route.request().authority();
        if (String.valueOf(route.request().path()).startsWith(HEALTH_PATH)) {
            route.next();
        } else if (host == null || host.host().isEmpty()) {
            refuse(route, new InvalidRequest("Host", "The header Host is missing or malformed"));
        } else if (!hosts.allows(host.host())) {
            refuse(route, new HostNotAllowed());
        } else {
            route.next();
        }
    }

    private void refuse(RoutingContext route, DomainProblem problem) {
        ProblemBody body = ProblemResponse.of(problem, route.request().path()).body();
        try {
            var _ = route.response()
                    .setStatusCode(body.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem can always be written", impossible);
        }
    }
}
