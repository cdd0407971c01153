package dev.parlance.analysis.turn;

import dev.parlance.contract.event.ConversationEvent.TurnRecorded;

/// A turn as its event was received.
///
/// @param recordedJson       the `turn-recorded` event, JSON
/// @param transcriptRevision the revision of a transcript that was made after it was recorded; 0: as it was recorded
/// @param traceparent        the event's `traceparent`
/// @param reannounced        published before, but its analysis did not arrive: a stored analysis is published again
record InboundTurn(
        TurnRecorded turn, String recordedJson, long transcriptRevision, String traceparent, boolean reannounced) {
    int characters() {
        return length(turn.learnerText()) + length(turn.replyText());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
