package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationEvent.ConversationEnded;
import dev.parlance.contract.ConversationEvent.ConversationStarted;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// One sitting between a learner and a partner: knows when it is over. Its turns take their places by [TurnTaking].
/// Idleness runs on the service's own clock, whatever instants the client claims.
@Entity
public class Conversation {
    /// A conversation counts as active for this long after its start or its last turn.
    static final Duration ACTIVE = Duration.ofMinutes(5);
    /// After this long without a turn it ends by itself.
    static final Duration IDLE = Duration.ofMinutes(30);

    static final String BY_CLIENT = "client";
    static final String BY_SILENCE = "idle";

    /// @param id unique within the tenant
    @Embeddable
    public record Key(String tenant, UUID id) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private String learnerId;

    private boolean guest;
    private String channel;
    private String language;
    private String timeZone;
    private String module;
    private String scenarioId;
    private String metadata;
    private Instant startedAt;
    private Instant lastActivityAt;
    private Instant endedAt;
    private String endReason;
    private int turnCount;
    private int lastSequence;
    private byte[] sentHash;

    /// For Hibernate.
    protected Conversation() {}

    /// @param sent checked before
    Conversation(String tenant, ConversationId id, NewConversation sent, String learnerId, Instant now) {
        this.key = new Key(tenant, id.value());
        this.learnerId = learnerId;
        this.guest = learnerId.startsWith(NewConversation.GUEST_PREFIX);
        this.channel = sent.channel() == null ? "app" : sent.channel();
        this.language = sent.language() == null ? "und" : sent.language();
        this.timeZone = sent.timeZone() == null ? "UTC" : sent.timeZone();
        this.module = sent.module();
        this.scenarioId = sent.scenarioId();
        this.metadata = sent.metadata() == null ? "{}" : sent.metadata().toString();
        this.startedAt = sent.startedAt() == null ? now : sent.startedAt();
        this.lastActivityAt = now;
        this.sentHash = Bodies.hash(Bodies.canonical(sent));
    }

    /// Whether the client has said exactly this when it made the conversation.
    boolean says(NewConversation sent) {
        return Arrays.equals(sentHash, Bodies.hash(Bodies.canonical(sent)));
    }

    ConversationStarted started() {
        return new ConversationStarted(
                key.tenant(), learnerId, guest, id(), channel, language, timeZone, module, scenarioId, startedAt);
    }

    /// The client says that the sitting is over; saying it again changes nothing.
    Optional<ConversationEnded> endByClient(Instant at) {
        return BY_CLIENT.equals(endReason) ? Optional.empty() : Optional.of(end(at, BY_CLIENT));
    }

    /// Nobody has said anything for [#IDLE].
    Optional<ConversationEnded> endByItself(Instant now) {
        return endedAt != null || lastActivityAt.plus(IDLE).isAfter(now)
                ? Optional.empty()
                : Optional.of(end(lastActivityAt.plus(IDLE), BY_SILENCE));
    }

    private ConversationEnded end(Instant at, String reason) {
        endedAt = at;
        endReason = reason;
        return new ConversationEnded(key.tenant(), learnerId, id(), at, reason, turnCount);
    }

    boolean active(Instant now) {
        return endedAt == null && lastActivityAt.plus(ACTIVE).isAfter(now);
    }

    public ConversationId id() {
        return new ConversationId(key.id());
    }

    public Learner learner() {
        return new Learner(key.tenant(), learnerId);
    }

    public boolean guest() {
        return guest;
    }

    public String channel() {
        return channel;
    }

    public String language() {
        return language;
    }

    public String timeZone() {
        return timeZone;
    }

    public String module() {
        return module;
    }

    String scenarioId() {
        return scenarioId;
    }

    String metadata() {
        return metadata;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    String endReason() {
        return endReason;
    }

    int turnCount() {
        return turnCount;
    }

    int lastSequence() {
        return lastSequence;
    }

    byte[] sentHash() {
        return sentHash.clone();
    }
}
