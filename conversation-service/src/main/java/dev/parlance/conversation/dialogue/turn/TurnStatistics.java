package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.kit.page.InstantRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// How many turns there are, and which are the first and the last. The republishing of events calls it.
@ApplicationScoped
public class TurnStatistics {
    private static final int COUNT_TIMEOUT_SECONDS = 20;

    private final Jdbi jdbi;

    TurnStatistics(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The sequences of the first and the last turn of a conversation.
    public record SequenceRange(int first, int last) {}

    /// How many turns were recorded in this range. Fails if that takes longer than 20 s.
    ///
    /// @param learner empty for those of all learners
    public long count(Optional<Learner> learner, InstantRange recorded) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from turn t
                        where (cast(:from as timestamptz) is null or t.recorded_at >= :from)
                          and (cast(:to as timestamptz) is null or t.recorded_at < :to)
                          and (cast(:learner as text) is null
                               or exists (select from conversation c where c.tenant = t.tenant
                                          and c.id = t.conversation_id and c.tenant = :tenant
                                          and c.learner_id = :learner))
                        """)
                .bind("from", recorded.from())
                .bind("to", recorded.to())
                .bind("tenant", learner.map(Learner::tenant).orElse(null))
                .bind("learner", learner.map(Learner::id).orElse(null))
                .setQueryTimeout(COUNT_TIMEOUT_SECONDS)
                .mapTo(Long.class)
                .one());
    }

    /// When the last turn was recorded; empty if there is none.
    public Optional<Instant> findLastRecordedAt() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(recorded_at) from turn")
                .mapTo(Instant.class)
                .findOne());
    }

    /// @return without conversations that have no turn
    public Map<Conversation.Key, SequenceRange> findSequenceRanges(Collection<Conversation.Key> conversations) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select wanted.tenant, wanted.id, range.first, range.last
                        from unnest(:tenants, :ids) as wanted (tenant, id)
                        cross join lateral (
                            select min(sequence) as first, max(sequence) as last from turn
                            where turn.tenant = wanted.tenant and turn.conversation_id = wanted.id
                        ) as range
                        where range.first is not null
                        """)
                .bind("tenants", SqlArrays.of(conversations, Conversation.Key::tenant, String[]::new))
                .bind("ids", SqlArrays.of(conversations, Conversation.Key::id, UUID[]::new))
                .map((row, _) -> Map.entry(
                        new Conversation.Key(row.getString(1), row.getObject(2, UUID.class)),
                        new SequenceRange(row.getInt(3), row.getInt(4))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
