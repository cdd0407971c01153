package dev.parlance.kit.problem;

import java.util.Optional;

/// A refusal that the domain defines. Its detail is for people and holds nothing that a learner said.
public class DomainProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Kind of refusal; package `http` maps it to a status code.
    public enum Kind {
        INVALID,
        UNKNOWN,
        TOO_SLOW,
        CONFLICT,
        TOO_LARGE,
        MISDIRECTED,
        UNPROCESSABLE,
        EXHAUSTED,
        OVERLOADED
    }

    private final Kind kind;
    private final String name;
    private final String field;
    private final Long limit;

    public DomainProblem(Kind kind, String name, String detail) {
        this(kind, name, detail, null, null);
    }

    /// @param name  last part of the type: `/problems/<name>`
    /// @param field the part of the request concerned, or null
    /// @param limit the bound that was exceeded, or null
    public DomainProblem(Kind kind, String name, String detail, String field, Long limit) {
        super(detail, null, false, false);
        this.kind = kind;
        this.name = name;
        this.field = field;
        this.limit = limit;
    }

    public Kind kind() {
        return kind;
    }

    public String type() {
        return "/problems/" + name;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Optional<Long> limit() {
        return Optional.ofNullable(limit);
    }
}
