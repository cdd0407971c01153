package dev.parlance.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parlance.kit.time.NewId;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every exception that leaves a resource into `application/problem+json`; nothing else knows a status code.
/// Never tells a class name, a stack trace or the message of a foreign exception.
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String CONTENT_RANGE = "Content-Range";

    @ServerExceptionMapper
    Response refused(DomainProblem problem, UriInfo uri) {
        return answer(ProblemAnswer.of(problem, address(uri)));
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException e, UriInfo uri) {
        return refused(UnreadableBody.problem(e), uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        return refused(UnreadableBody.problem(e), uri);
    }

    /// Jackson takes some bytes for UTF-32 and then finds that they are no characters.
    @ServerExceptionMapper
    Response unreadable(CharConversionException e, UriInfo uri) {
        return refused(new InvalidRequest(null, "The body is not valid JSON"), uri);
    }

    @ServerExceptionMapper
    Response outsideOfAnyResource(WebApplicationException e, UriInfo uri) {
        return switch (e.getCause()) {
            case DomainProblem problem -> refused(problem, uri);
            case JsonProcessingException json -> refused(UnreadableBody.problem(json), uri);
            case null, default -> outsideOfAnyResource(e.getResponse(), uri);
        };
    }

    /// Who asks for a range that is not there is told what there is: RFC 9110, 14.4.
    private static Response outsideOfAnyResource(Response refused, UriInfo uri) {
        Response answer = answer(ProblemAnswer.of(plain(refused.getStatus(), uri)));
        String range = refused.getHeaderString(CONTENT_RANGE);
        return range == null
                ? answer
                : Response.fromResponse(answer).header(CONTENT_RANGE, range).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        return answer(unexpected(e, address(uri)));
    }

    static ProblemAnswer unexpected(Throwable e, String path) {
        if (BadText.isSeenBy(e)) {
            return ProblemAnswer.of(new BadText(), path);
        }
        if (TransientFailure.isTransient(e)) {
            LOG.warnf("event=unavailable path=%s cause=%s", path, TransientFailure.brief(e));
            return ProblemAnswer.of(
                    new Overloaded("The service cannot reach what it stores turns in; send the request again"), path);
        }
        String incident = NewId.random().toString();
        LOG.errorf(e, "event=unexpected-failure incident=%s path=%s", incident, path);
        return ProblemAnswer.of(new ProblemBody(
                "/problems/internal-error",
                ProblemBody.title(500),
                500,
                "The service failed unexpectedly; its log knows more under the incident's id",
                path,
                null,
                null,
                incident));
    }

    private static ProblemBody plain(int status, UriInfo uri) {
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
        return new ProblemBody(type, ProblemBody.title(status), status, detail, address(uri), null, null, null);
    }

    /// As it was sent: `instance` is a URI reference, and a log line is one line.
    private static String address(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    private static Response answer(ProblemAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.body().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .entity(answer.body());
        answer.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }
}
