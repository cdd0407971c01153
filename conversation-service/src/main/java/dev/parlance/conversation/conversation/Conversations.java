package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.kit.outbox.Column;
import dev.parlance.kit.outbox.Write;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All conversations. Queries are written here and nowhere else.
@ApplicationScoped
public class Conversations implements PanacheRepositoryBase<Conversation, Conversation.Key> {
    private final Jdbi jdbi;

    Conversations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @throws UnknownConversation if there is none
    public Conversation get(String tenant, ConversationId id) {
        return findByIdOptional(new Conversation.Key(tenant, id.value()))
                .orElseThrow(() -> new UnknownConversation(id.toString()));
    }

    /// Whose conversation it is.
    ///
    /// @throws UnknownConversation if there is none
    public Learner learner(String tenant, ConversationId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select learner_id from conversation where tenant = :tenant and id = :id")
                        .bind("tenant", tenant)
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne())
                .map(learner -> new Learner(tenant, learner))
                .orElseThrow(() -> new UnknownConversation(id.toString()));
    }

    /// The conversation, locked until the transaction ends.
    ///
    /// @throws UnknownConversation if there is none
    public Conversation locked(String tenant, ConversationId id) {
        return findByIdOptional(new Conversation.Key(tenant, id.value()), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new UnknownConversation(id.toString()));
    }

    /// Conversations whose turns are about to come, locked until the transaction ends: whoever gives out sequences
    /// holds them. Locked in the order of their ids, so that two instances never wait for each other in a circle.
    ///
    /// @return without those that do not exist
    public Map<Conversation.Key, TurnTaking> takeTurns(Collection<Conversation.Key> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.tenant, c.id, learner_id, guest, channel, language, time_zone, module, ended_at,
                               end_reason, last_sequence, turn_count
                        from unnest(:tenants, :ids) as said (tenant, id)
                        join conversation c on c.tenant = said.tenant and c.id = said.id
                        order by c.tenant, c.id
                        for no key update of c
                        """)
                .bind("tenants", Column.of(keys, Conversation.Key::tenant, String[]::new))
                .bind("ids", Column.of(keys, Conversation.Key::id, UUID[]::new))
                .map((row, _) -> turnTaking(row))
                .collect(Collectors.toMap(TurnTaking::key, Function.identity())));
    }

    /// Remembers how turns have moved their conversations, when it is done.
    public Write update(Collection<TurnTaking> moved) {
        return new Write("conversation", """
                update conversation c
                set last_activity_at = moved.last_activity_at, last_sequence = moved.last_sequence,
                    turn_count = moved.turn_count, ended_at = moved.ended_at, end_reason = moved.end_reason
                from unnest(:movedTenants, :movedIds, :activity, :lastSequences, :counts, :ends, :reasons)
                     as moved (tenant, id, last_activity_at, last_sequence, turn_count, ended_at, end_reason)
                where c.tenant = moved.tenant and c.id = moved.id
                """, update -> update.bind(
                        "movedTenants", Column.of(moved, place -> place.key().tenant(), String[]::new))
                .bind("movedIds", Column.of(moved, place -> place.key().id(), UUID[]::new))
                .bind("activity", Column.of(moved, TurnTaking::lastActivityAt, Instant[]::new))
                .bind("lastSequences", Column.of(moved, TurnTaking::lastSequence, Integer[]::new))
                .bind("counts", Column.of(moved, TurnTaking::turnCount, Integer[]::new))
                .bind("ends", Column.of(moved, TurnTaking::endedAt, Instant[]::new))
                .bind("reasons", Column.of(moved, TurnTaking::endReason, String[]::new)));
    }

    private static TurnTaking turnTaking(ResultSet row) throws SQLException {
        var facts = new TurnTaking.Facts(
                new Learner(row.getString(1), row.getString(3)),
                new ConversationId(row.getObject(2, UUID.class)),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                ZoneId.of(row.getString(7)),
                row.getString(8));
        Timestamp endedAt = row.getTimestamp(9);
        return new TurnTaking(
                facts, endedAt == null ? null : endedAt.toInstant(), row.getString(10), row.getInt(11), row.getInt(12));
    }

    /// Stores a new conversation unless one has its id.
    ///
    /// @return whether it was stored
    boolean add(Conversation made) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into conversation (tenant, id, learner_id, guest, channel, language, time_zone, module,
                                                          scenario_id, metadata, started_at, last_activity_at, sent_hash)
                                values (:tenant, :id, :learner, :guest, :channel, :language, :timeZone, :module,
                                        :scenarioId, :metadata, :startedAt, :lastActivityAt, :sentHash)
                                on conflict (tenant, id) do nothing
                                """)
                        .bind("tenant", made.learner().tenant())
                        .bind("id", made.id().value())
                        .bind("learner", made.learner().id())
                        .bind("guest", made.guest())
                        .bind("channel", made.channel())
                        .bind("language", made.language())
                        .bind("timeZone", made.timeZone())
                        .bind("module", made.module())
                        .bind("scenarioId", made.scenarioId())
                        .bind("metadata", made.metadata())
                        .bind("startedAt", made.startedAt())
                        .bind("lastActivityAt", made.lastActivityAt())
                        .bind("sentHash", made.sentHash())
                        .execute())
                == 1;
    }

    boolean knowsLearner(String tenant, String learnerId) {
        return find("key.tenant = ?1 and learnerId = ?2", tenant, learnerId)
                        .page(0, 1)
                        .firstResult()
                != null;
    }

    /// Newest start first.
    List<Conversation> list(
            String tenant, String learnerId, InstantRange started, Boolean active, Instant now, PageRequest page) {
        var where = new StringBuilder("key.tenant = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        if (learnerId != null) {
            where.append(" and learnerId = :learnerId");
            values.put("learnerId", learnerId);
        }
        if (started.from() != null) {
            where.append(" and startedAt >= :from");
            values.put("from", started.from());
        }
        if (started.to() != null) {
            where.append(" and startedAt < :to");
            values.put("to", started.to());
        }
        if (active != null) {
            where.append(
                    active
                            ? " and endedAt is null and lastActivityAt > :activeSince"
                            : " and (endedAt is not null or lastActivityAt <= :activeSince)");
            values.put("activeSince", now.minus(Conversation.ACTIVE));
        }
        if (!page.isFirst()) {
            where.append(" and (startedAt < :afterTime or startedAt = :afterTime and key.id < :afterId)");
            values.put("afterTime", Instant.parse(page.after().get(0)));
            values.put("afterId", UUID.fromString(page.after().get(1)));
        }
        return find(where + " order by startedAt desc, key.id desc", values)
                .page(0, page.rows())
                .list();
    }

    /// Open conversations without a turn since then, some of them.
    List<Conversation.Key> idleSince(Instant then, int limit) {
        return find("endedAt is null and lastActivityAt <= ?1", then).page(0, limit).stream()
                .map(idle ->
                        new Conversation.Key(idle.learner().tenant(), idle.id().value()))
                .toList();
    }
}
