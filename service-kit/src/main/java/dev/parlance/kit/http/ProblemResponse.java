package dev.parlance.kit.http;

import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.QuotaExceeded;
import java.time.Duration;
import java.util.Optional;

/// The response to a failure, also for code that no resource calls.
///
/// @param retryAfterSeconds value of the header `Retry-After`; empty where a retry does not help
public record ProblemResponse(ProblemBody body, Optional<Long> retryAfterSeconds) {

    /// Never exposes a class name, a stack trace or the message of a foreign exception.
    ///
    /// @param path of the request
    public static ProblemResponse of(Throwable failure, String path) {
        return switch (failure) {
            case Overloaded overloaded -> of(overloaded, Optional.of(overloaded.retryAfter()), path);
            case QuotaExceeded exceeded -> of(exceeded, Optional.of(exceeded.retryAfter()), path);
            case DomainProblem problem -> of(problem, Optional.empty(), path);
            default -> ProblemMapper.mapUnexpected(failure, path);
        };
    }

    static ProblemResponse of(ProblemBody body) {
        return new ProblemResponse(body, Optional.empty());
    }

    private static ProblemResponse of(DomainProblem problem, Optional<Duration> retryAfter, String path) {
        return new ProblemResponse(
                ProblemBody.of(problem, ProblemBody.status(problem.kind()), path),
                retryAfter.map(after -> Math.max(after.toSeconds(), 1)));
    }
}
