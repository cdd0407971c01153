package dev.parlance.peer.conversation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations/{conversation}")
class ConversationController {
    private final Conversations conversations;
    private final RecordTurn recordTurn;
    private final Clock clock;

    ConversationController(Conversations conversations, RecordTurn recordTurn, Clock clock) {
        this.conversations = conversations;
        this.recordTurn = recordTurn;
        this.clock = clock;
    }

    record NewConversation(
            @NotBlank String learnerId, @NotBlank String language, String module) {}

    record TurnView(
            UUID id, UUID conversationId, int sequence, String language, Instant occurredAt, Instant recordedAt) {
        static TurnView of(Turn turn) {
            return new TurnView(
                    turn.getId(),
                    turn.conversationId(),
                    turn.sequence(),
                    turn.language(),
                    turn.occurredAt(),
                    turn.recordedAt());
        }
    }

    @PutMapping
    ResponseEntity<Void> start(@PathVariable UUID conversation, @Valid @RequestBody NewConversation body) {
        if (conversations.existsById(conversation)) {
            return ResponseEntity.ok().build();
        }
        conversations.save(
                new Conversation(conversation, body.learnerId(), body.language(), body.module(), clock.instant()));
        return ResponseEntity.status(HttpStatus.CREATED).build();
    }

    @PutMapping("/turns/{turn}")
    ResponseEntity<TurnView> put(
            @PathVariable UUID conversation, @PathVariable UUID turn, @Valid @RequestBody NewTurn body) {
        return switch (recordTurn.record(conversation, turn, body)) {
            case RecordTurn.Outcome.Recorded(Turn recorded) ->
                ResponseEntity.status(HttpStatus.CREATED).body(TurnView.of(recorded));
            case RecordTurn.Outcome.Known(Turn known) -> ResponseEntity.ok(TurnView.of(known));
            case RecordTurn.Outcome.Differs() ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
            case RecordTurn.Outcome.NoConversation() ->
                ResponseEntity.notFound().build();
        };
    }
}
