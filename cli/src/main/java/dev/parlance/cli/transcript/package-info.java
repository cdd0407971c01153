/// Transcripts in bulk: conversations as JSON Lines, sent through the public API, resumably. `ImportTranscripts` is
/// the way in; it can be repeated as often as one likes, because every id follows from the file alone.
package dev.parlance.cli.transcript;
