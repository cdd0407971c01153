package dev.parlance.peer.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/// What a learner said, and the reply.
@Entity
class Turn implements Persistable<UUID> {
    @Id
    private UUID id;

    private UUID conversationId;
    private int sequence;
    private String learnerText;
    private String replyText;
    private Instant occurredAt;
    private Instant recordedAt;
    private Integer durationMs;
    private String language;
    private String metadata;

    /// Its id comes from the client: without this, `save` would look for the row first.
    @Transient
    private boolean isNew = true;

    protected Turn() {}

    Turn(UUID id, UUID conversationId, int sequence, String language, NewTurn said, Instant now) {
        this.id = id;
        this.conversationId = conversationId;
        this.sequence = sequence;
        this.learnerText = said.learnerText();
        this.replyText = said.replyText();
        this.occurredAt = said.occurredAt() == null ? now : said.occurredAt();
        this.recordedAt = now;
        this.durationMs = said.durationMs();
        this.language = language;
        this.metadata = "{}";
    }

    /// Whether a client that sends this has sent it before.
    boolean matches(UUID conversation, NewTurn said) {
        return conversationId.equals(conversation)
                && Objects.equals(learnerText, said.learnerText())
                && Objects.equals(replyText, said.replyText())
                && Objects.equals(durationMs, said.durationMs())
                && (said.occurredAt() == null || said.occurredAt().equals(occurredAt));
    }

    @Override
    public UUID getId() {
        return id;
    }

    UUID conversationId() {
        return conversationId;
    }

    int sequence() {
        return sequence;
    }

    String learnerText() {
        return learnerText;
    }

    String replyText() {
        return replyText;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Integer durationMs() {
        return durationMs;
    }

    String language() {
        return language;
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
