package dev.parlance.conversation.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.WireJson;
import dev.parlance.conversation.peer.PeerAnswer;
import dev.parlance.conversation.peer.PeerAnswer.Found;
import dev.parlance.conversation.peer.PeerAnswer.Missing;
import dev.parlance.conversation.peer.Peers;
import dev.parlance.conversation.trace.Sighting.NotSeen;
import dev.parlance.conversation.trace.Sighting.Seen;
import dev.parlance.conversation.trace.Sighting.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// When the other services have seen a turn.
@ApplicationScoped
class OtherServices {
    private final Peers peers;

    OtherServices(Peers peers) {
        this.peers = peers;
    }

    CompletableFuture<Sighting> analysed(UUID turn) {
        return peers.analysis(turn).thenApply(analysis -> sighting(analysis, "/jobs/0/createdAt"));
    }

    CompletableFuture<Sighting> summarised(UUID turn) {
        return peers.day(turn).thenApply(day -> sighting(day, "/countedAt"));
    }

    /// @param place of the instant
    private static Sighting sighting(PeerAnswer answer, String place) {
        return switch (answer) {
            case Found(JsonNode body) -> {
                JsonNode at = body.at(place);
                try {
                    yield at.isTextual() ? new Seen(WireJson.parseInstant(at.textValue())) : new NotSeen();
                } catch (DateTimeException e) {
                    yield new Unanswered();
                }
            }
            case Missing _ -> new NotSeen();
            case PeerAnswer.Unanswered _ -> new Unanswered();
        };
    }
}
