package dev.parlance.contract;

/// An id outside the alphabet that the contract gives it.
public final class InvalidId extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidId(String field, String value) {
        super("%s is not valid: %s".formatted(field, value == null ? "missing" : "\"" + value + "\""));
        this.field = field;
    }

    /// The JSON field that held it.
    public String field() {
        return field;
    }
}
