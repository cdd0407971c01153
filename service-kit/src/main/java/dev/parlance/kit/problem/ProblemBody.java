package dev.parlance.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A problem as RFC 9457 writes it; `field` and `limit` only where they apply.
///
/// @param instance the path that was asked for
/// @param incident what to look for in the service's log after an unexpected failure
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
    /// The media type of every answer that refuses.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// @param status what HTTP calls this problem
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

    /// The status that HTTP has for a kind of refusal.
    public static int status(DomainProblem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
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
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> status >= 500 ? "Internal Server Error" : "Request Refused";
        };
    }
}
