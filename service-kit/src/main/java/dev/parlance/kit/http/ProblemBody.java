package dev.parlance.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.kit.problem.DomainProblem;

/// A problem as in RFC 9457; `field` and `limit` only where they apply.
///
/// @param instance path of the request
/// @param incident id to search for in the log of the service after an unexpected failure
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String field,
        Long limit,
        String incident) {
    /// Media type of all problems.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// @param status HTTP status of the problem
    public static ProblemBody of(DomainProblem problem, int status, String instance) {
        return new ProblemBody(
                problem.type(),
                title(status),
                status,
                problem.getMessage(),
                instance,
                problem.field().orElse(null),
                problem.limit().orElse(null),
                null);
    }

    /// The HTTP status of a kind of problem.
    public static int status(DomainProblem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNKNOWN -> 404;
            case TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case MISDIRECTED -> 421;
            case UNPROCESSABLE -> 422;
            case EXHAUSTED -> 429;
            case OVERLOADED -> 503;
        };
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 421 -> "Misdirected Request";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> status >= 500 ? "Internal Server Error" : "Request Refused";
        };
    }
}
