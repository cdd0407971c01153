package dev.parlance.conversation.audio.recording;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The audio of a turn, by side: of several uploads the current one.
public final class TurnAudio {
    private TurnAudio() {}

    /// @throws UnknownTurn if the turn does not exist
    public static List<AudioView> list(
            SpokenTurns turns, Audios audios, String tenant, ConversationId conversation, TurnId turn) {
        List<String> announced = turns.findAnnouncedSides(tenant, conversation, turn)
                .orElseThrow(() -> new UnknownTurn(turn.toString()));
        List<Audio> all = audios.findByTurn(tenant, conversation, turn);
        List<AudioView> views = new ArrayList<>();
        for (Side side : Side.values()) {
            Optional<Audio> current = findCurrent(all, side);
            if (current.isPresent()) {
                views.add(AudioView.of(current.get()));
            } else if (announced.contains(side.wireName())) {
                views.add(AudioView.announced(side));
            }
        }
        return views;
    }

    /// The available upload, else the newest.
    ///
    /// @param all newest first
    public static Optional<Audio> findCurrent(List<Audio> all, Side side) {
        return all.stream()
                .filter(audio -> audio.turnSide().side() == side)
                .min(Comparator.comparing(audio -> audio.state() != AudioState.AVAILABLE));
    }
}
