package dev.parlance.conversation.operations.republish;

import dev.parlance.conversation.dialogue.turn.PublishedTurns;
import java.time.Instant;
import java.util.UUID;

/// How far the events have been republished: first all turns in the order in which they were recorded, then the
/// conversations without turns.
sealed interface RepublishCursor {

    /// @param until only turns recorded before this are republished; later ones are published as they are recorded
    record TurnCursor(Instant until, PublishedTurns.TurnPosition after) implements RepublishCursor {
        @Override
        public String format() {
            return String.join(
                    " ",
                    "turns",
                    until.toString(),
                    after.recordedAt().toString(),
                    after.tenant(),
                    after.conversation().toString(),
                    String.valueOf(after.sequence()));
        }
    }

    record EmptyConversationCursor(String tenant, UUID conversation) implements RepublishCursor {
        static final EmptyConversationCursor FIRST = new EmptyConversationCursor("", new UUID(0, 0));

        @Override
        public String format() {
            return String.join(" ", "silent", tenant, conversation.toString());
        }
    }

    /// The text for [#parse]. It is stored with the job, so its words must not change.
    String format();

    static RepublishCursor parse(String text) {
        String[] parts = text.split(" ", -1);
        return parts[0].equals("silent")
                ? new EmptyConversationCursor(parts[1], UUID.fromString(parts[2]))
                : new TurnCursor(
                        Instant.parse(parts[1]),
                        new PublishedTurns.TurnPosition(
                                Instant.parse(parts[2]),
                                parts[3],
                                UUID.fromString(parts[4]),
                                Integer.parseInt(parts[5])));
    }
}
