package dev.parlance.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/// Names one conversation of a tenant; usually made by the client, so that it may send the same conversation again
/// after a failure.
public record ConversationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationId {
        Objects.requireNonNull(value, "conversationId");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
