package dev.parlance.conversation.peer;

import com.fasterxml.jackson.databind.JsonNode;

/// What another service says of a turn.
public sealed interface PeerAnswer {
    /// @param body JSON
    record Found(JsonNode body) implements PeerAnswer {}

    /// It does not know the turn, or not yet.
    record Missing() implements PeerAnswer {}

    /// It said nothing, or nothing that can be read, in time.
    record Unanswered() implements PeerAnswer {}
}
