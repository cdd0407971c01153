package dev.parlance.contract.id;

/// An id that is missing, too long, or has characters that are not allowed.
public final class InvalidId extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidId(String field, String value) {
        super("%s is not valid: %s".formatted(field, value == null ? "missing" : "\"" + value + "\""));
        this.field = field;
    }

    /// The JSON field of the id.
    public String field() {
        return field;
    }
}
