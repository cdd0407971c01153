package dev.parlance.kit.problem;

import java.time.Duration;
import java.util.Optional;

/// A failure as it is answered, also where no resource stands between it and the client.
///
/// @param retryAfterSeconds when the client may send the request again, where it may; the header `Retry-After`
public record ProblemAnswer(ProblemBody body, Optional<Long> retryAfterSeconds) {

    /// Never tells a class name, a stack trace or the message of a foreign exception.
    ///
    /// @param path that was asked for
    public static ProblemAnswer of(Throwable failure, String path) {
        return switch (failure) {
            case Overloaded overloaded -> of(overloaded, Optional.of(overloaded.retryAfter()), path);
            case Exhausted exhausted -> of(exhausted, Optional.of(exhausted.retryAfter()), path);
            case DomainProblem problem -> of(problem, Optional.empty(), path);
            default -> ProblemMapper.unexpected(failure, path);
        };
    }

    static ProblemAnswer of(ProblemBody body) {
        return new ProblemAnswer(body, Optional.empty());
    }

    private static ProblemAnswer of(DomainProblem problem, Optional<Duration> retryAfter, String path) {
        return new ProblemAnswer(
                ProblemBody.of(problem, ProblemBody.status(problem.kind()), path),
                retryAfter.map(after -> Math.max(after.toSeconds(), 1)));
    }
}
