package dev.parlance.cli.chat;

/// One server-sent event.
///
/// @param id   of the last event so far; null where none was given
/// @param type `message` where the stream does not say
public record StreamedEvent(String id, String type, String data) {}
