package dev.parlance.conversation.republish;

import dev.parlance.conversation.turn.RecordedTurns;
import java.time.Instant;
import java.util.UUID;

/// How far the past has been told: first all turns in the order in which they were recorded, each conversation's
/// start before and its end behind them; then the conversations that have no turn.
sealed interface Place {

    /// @param until before which turns are told: those that are recorded later are announced by themselves
    record AmongTurns(Instant until, RecordedTurns.Place behind) implements Place {
        @Override
        public String text() {
            return String.join(
                    " ",
                    "turns",
                    until.toString(),
                    behind.recordedAt().toString(),
                    behind.tenant(),
                    behind.conversation().toString(),
                    String.valueOf(behind.sequence()));
        }
    }

    record AmongSilent(String tenant, UUID conversation) implements Place {
        static final AmongSilent FIRST = new AmongSilent("", new UUID(0, 0));

        @Override
        public String text() {
            return String.join(" ", "silent", tenant, conversation.toString());
        }
    }

    /// For [#parse].
    String text();

    static Place parse(String text) {
        String[] parts = text.split(" ", -1);
        return parts[0].equals("silent")
                ? new AmongSilent(parts[1], UUID.fromString(parts[2]))
                : new AmongTurns(
                        Instant.parse(parts[1]),
                        new RecordedTurns.Place(
                                Instant.parse(parts[2]),
                                parts[3],
                                UUID.fromString(parts[4]),
                                Integer.parseInt(parts[5])));
    }
}
