package dev.parlance.platform.client;

/// One server-sent event.
///
/// @param id         null if the event has none
/// @param previousId the last id before this event; null if there was none
/// @param type       `message` if the stream does not name one
public record SseEvent(String id, String previousId, String type, String data) {}
