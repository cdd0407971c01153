package dev.parlance.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.request.ClientDisconnected;
import dev.parlance.kit.request.ClientTooSlow;
import dev.parlance.kit.request.RequestMetrics;
import dev.parlance.kit.time.NewId;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Maps every exception that leaves a resource to `application/problem+json`. Never exposes a class name, a stack
/// trace or the message of a foreign exception.
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String CONTENT_RANGE = "Content-Range";

    private final RequestMetrics metrics;

    ProblemMapper(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    @ServerExceptionMapper
    Response mapDomainProblem(DomainProblem problem, UriInfo uri) {
        return toResponse(ProblemResponse.of(problem, requestPath(uri)));
    }

    /// [JsonBodyReader] has named what is wrong with a body: what fails here is the writing of an answer. The
    /// method is more specific than those of Quarkus, which would blame the client.
    @ServerExceptionMapper
    Response mapUnwritableAnswer(MismatchedInputException e, UriInfo uri, ContainerRequestContext request) {
        return mapUnexpected(e, uri, request);
    }

    @ServerExceptionMapper
    Response mapUnwritableAnswer(JsonProcessingException e, UriInfo uri, ContainerRequestContext request) {
        return mapUnexpected(e, uri, request);
    }

    @ServerExceptionMapper
    Response mapWebApplicationException(WebApplicationException e, UriInfo uri) {
        return switch (e.getCause()) {
            case DomainProblem problem -> mapDomainProblem(problem, uri);
            case null, default -> mapWebApplicationException(e.getResponse(), uri);
        };
    }

    /// An unsatisfiable range is answered with the size of the whole, see RFC 9110, 14.4.
    private static Response mapWebApplicationException(Response original, UriInfo uri) {
        Response answer = toResponse(ProblemResponse.of(statusProblem(original.getStatus(), uri)));
        String range = original.getHeaderString(CONTENT_RANGE);
        return range == null
                ? answer
                : Response.fromResponse(answer).header(CONTENT_RANGE, range).build();
    }

    /// A client that has hung up is no failure of the service: it is counted, and logged for debugging alone.
    @ServerExceptionMapper
    Response mapUnexpected(Throwable e, UriInfo uri, ContainerRequestContext request) {
        if (ClientDisconnected.isCauseOf(e, isClosed(request))) {
            metrics.countAbandoned(RequestMetrics.Abandoned.AT_WORK);
            LOG.debugf("event=client-disconnected path=%s cause=%s", requestPath(uri), TransientFailure.brief(e));
            return Response.status(ClientDisconnected.STATUS).build();
        }
        return toResponse(mapUnexpected(e, requestPath(uri)));
    }

    private static boolean isClosed(ContainerRequestContext request) {
        return ((ResteasyReactiveContainerRequestContext) request)
                .getServerRequestContext()
                .serverResponse()
                .closed();
    }

    static ProblemResponse mapUnexpected(Throwable e, String path) {
        Optional<ClientTooSlow> tooSlow = ClientTooSlow.findIn(e);
        if (tooSlow.isPresent()) {
            return ProblemResponse.of(tooSlow.get(), path);
        }
        if (BadText.isCauseOf(e)) {
            return ProblemResponse.of(new BadText(), path);
        }
        if (TransientFailure.isTransient(e)) {
            LOG.warnf("event=unavailable path=%s cause=%s", path, TransientFailure.brief(e));
            return ProblemResponse.of(
                    new Overloaded("The service cannot reach what it stores turns in; send the request again"), path);
        }
        String incident = NewId.random().toString();
        LOG.errorf(e, "event=unexpected-failure incident=%s path=%s", incident, path);
        return ProblemResponse.of(new ProblemBody(
                "/problems/internal-error",
                ProblemBody.title(500),
                500,
                "The service failed unexpectedly; its log knows more under the incident's id",
                path,
                null,
                null,
                incident));
    }

    private static ProblemBody statusProblem(int status, UriInfo uri) {
        String type =
                switch (status) {
                    case 404 -> "/problems/not-found";
                    case 413 -> "/problems/request-too-large";
                    case 400 -> "/problems/invalid-request";
                    default -> "about:blank";
                };
        String detail =
                switch (status) {
                    case 404 -> "There is nothing at this address";
                    case 405 -> "This address does not take this method";
                    case 415 -> "The body must be application/json";
                    default -> ProblemBody.title(status);
                };
        return new ProblemBody(type, ProblemBody.title(status), status, detail, requestPath(uri), null, null, null);
    }

    /// As it was sent: `instance` is a URI reference, and a log line is one line.
    private static String requestPath(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    private static Response toResponse(ProblemResponse answer) {
        Response.ResponseBuilder response = Response.status(answer.body().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .entity(answer.body());
        answer.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }
}
