package dev.parlance.conversation.dialogue.analysis;

import com.fasterxml.jackson.databind.JsonNode;

/// The response of another service about a turn.
public sealed interface PeerResponse {
    /// @param body the JSON of the response
    record Found(JsonNode body) implements PeerResponse {}

    /// The service does not know the turn, or not yet.
    record NotFound() implements PeerResponse {}

    /// No response in time, or none that can be parsed.
    record NoResponse() implements PeerResponse {}
}
