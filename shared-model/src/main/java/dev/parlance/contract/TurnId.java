package dev.parlance.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/// Names one turn of a tenant; usually made by the client, so that it may send the same turn again after a failure.
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
