package dev.parlance.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/// Identifies a turn within a tenant. The client usually chooses it, so that it can repeat a request safely.
public record TurnId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TurnId {
        Objects.requireNonNull(value, "turnId");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
