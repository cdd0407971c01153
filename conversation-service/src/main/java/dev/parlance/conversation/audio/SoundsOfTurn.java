package dev.parlance.conversation.audio;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.turn.UnknownTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far the sound of a turn has come, side by side: of several uploads the one that counts.
final class SoundsOfTurn {
    private SoundsOfTurn() {}

    /// @throws UnknownTurn if there is none
    static List<AudioView> of(Audios audios, String tenant, ConversationId conversation, TurnId turn) {
        List<Side> announced =
                audios.announced(tenant, conversation, turn).orElseThrow(() -> new UnknownTurn(turn.toString()));
        List<Audio> all = audios.ofTurn(tenant, conversation, turn);
        List<AudioView> views = new ArrayList<>();
        for (Side side : Side.values()) {
            Optional<Audio> counts = counting(all, side);
            if (counts.isPresent()) {
                views.add(AudioView.of(counts.get()));
            } else if (announced.contains(side)) {
                views.add(AudioView.announced(side));
            }
        }
        return views;
    }

    /// The available one, or else the newest.
    ///
    /// @param all newest first
    static Optional<Audio> counting(List<Audio> all, Side side) {
        return all.stream()
                .filter(audio -> audio.place().side() == side)
                .min(Comparator.comparing(audio -> audio.state() != AudioState.AVAILABLE));
    }
}
