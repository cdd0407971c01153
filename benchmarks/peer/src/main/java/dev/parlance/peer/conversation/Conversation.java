package dev.parlance.peer.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/// A sitting of one learner; it counts its turns.
@Entity
class Conversation implements Persistable<UUID> {
    @Id
    private UUID id;

    private String learnerId;
    private boolean guest;
    private String channel;
    private String language;
    private String timeZone;
    private String module;
    private String metadata;
    private Instant startedAt;
    private Instant lastActivityAt;
    private int turnCount;
    private int lastSequence;

    /// Its id comes from the client: without this, `save` would look for the row first.
    @Transient
    private boolean isNew = true;

    protected Conversation() {}

    Conversation(UUID id, String learnerId, String language, String module, Instant now) {
        this.id = id;
        this.learnerId = learnerId;
        this.guest = false;
        this.channel = "app";
        this.language = language;
        this.timeZone = "UTC";
        this.module = module;
        this.metadata = "{}";
        this.startedAt = now;
        this.lastActivityAt = now;
    }

    /// The next turn.
    Turn nextTurn(UUID turn, NewTurn said, Instant now) {
        turnCount++;
        lastSequence++;
        lastActivityAt = now;
        return new Turn(turn, id, lastSequence, language, said, now);
    }

    TurnRecorded turnRecorded(Turn turn) {
        return TurnRecorded.of(turn, learnerId, guest, channel, module, timeZone);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void markNotNew() {
        isNew = false;
    }
}
