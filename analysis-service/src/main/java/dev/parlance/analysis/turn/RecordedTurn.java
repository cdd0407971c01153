package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;

/// A turn as it was announced.
///
/// @param json       the announcement as it was read
/// @param transcript the revision of what was heard in it after it was recorded; 0: as it was recorded
/// @param cause      the announcement's `traceparent`
/// @param again      announced before, but nobody has heard what came of it: if it is known, that is told again
record RecordedTurn(TurnRecorded turn, String json, long transcript, String cause, boolean again) {
    int characters() {
        return length(turn.learnerText()) + length(turn.replyText());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
