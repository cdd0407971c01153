package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.kit.jdbc.SqlPart;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// The store of conversations. It owns the table `conversation`.
@ApplicationScoped
public class Conversations {
    private static final int COUNT_TIMEOUT_SECONDS = 20;
    private static final String LOCK = "for no key update of conversation";
    private static final String LOCK_TIMEOUT = "2s";
    private static final String SEQUENCE_COLUMNS =
            "tenant, id, learner_id, guest, channel, language, time_zone, module, ended_at, end_reason, "
                    + "last_activity_at, last_sequence, turn_count";
    private static final String COLUMNS = SEQUENCE_COLUMNS + ", scenario_id, metadata, started_at, sent_hash";
    private static final String SELECT = "select " + COLUMNS + " from conversation ";

    private final Jdbi jdbi;

    Conversations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @throws UnknownConversation if there is none
    public Conversation get(String tenant, ConversationId id) {
        return find(tenant, id, "");
    }

    /// The conversation, locked until the transaction ends.
    ///
    /// @throws UnknownConversation if there is none
    @Transactional(TxType.MANDATORY)
    public Conversation getForUpdate(String tenant, ConversationId id) {
        return find(tenant, id, " for no key update");
    }

    private Conversation find(String tenant, ConversationId id, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where tenant = :tenant and id = :id" + lock)
                        .bind("tenant", tenant)
                        .bind("id", id.value())
                        .map((row, _) -> conversation(row))
                        .findOne())
                .orElseThrow(() -> new UnknownConversation(id.toString()));
    }

    /// The learner of a conversation.
    ///
    /// @throws UnknownConversation if there is none
    public Learner getLearner(String tenant, ConversationId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select learner_id from conversation where tenant = :tenant and id = :id")
                        .bind("tenant", tenant)
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne())
                .map(learner -> new Learner(tenant, learner))
                .orElseThrow(() -> new UnknownConversation(id.toString()));
    }

    /// Whether a learner has ever had a conversation.
    public boolean learnerExists(Learner learner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from conversation where tenant = :tenant and learner_id = :learner)
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .mapTo(Boolean.class)
                .one());
    }

    /// Conversations that new turns belong to, locked until the transaction ends: sequences are given out under this
    /// lock only.
    ///
    /// @param sequences of the conversations that are locked now
    /// @param busy      those that another transaction has locked
    public record TurnLocks(Map<Conversation.Key, TurnSequence> sequences, Set<Conversation.Key> busy) {}

    /// Locks those of these conversations that are free, and waits for none: a transaction that stands still must not
    /// hold up the turns of other conversations.
    ///
    /// @return without those that do not exist
    public TurnLocks tryLockForTurns(Collection<Conversation.Key> keys) {
        Map<Conversation.Key, TurnSequence> locked = findSequences(keys, LOCK + " skip locked");
        if (locked.size() == keys.size()) {
            return new TurnLocks(locked, Set.of());
        }
        List<Conversation.Key> missing =
                keys.stream().filter(key -> !locked.containsKey(key)).toList();
        return new TurnLocks(locked, findSequences(missing, "").keySet());
    }

    /// Waits for the lock of one conversation, two seconds at most.
    public TurnLocks lockForTurns(Conversation.Key key) {
        jdbi.useHandle(handle -> handle.createQuery("select set_config('lock_timeout', :timeout, true)")
                .bind("timeout", LOCK_TIMEOUT)
                .mapTo(String.class)
                .one());
        return new TurnLocks(findSequences(List.of(key), LOCK), Set.of());
    }

    private Map<Conversation.Key, TurnSequence> findSequences(Collection<Conversation.Key> keys, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + SEQUENCE_COLUMNS + """
                         from unnest(:tenants, :ids) as wanted (wanted_tenant, wanted_id)
                        join conversation on tenant = wanted_tenant and id = wanted_id
                        order by tenant, id
                        """ + lock)
                .bind("tenants", SqlArrays.of(keys, Conversation.Key::tenant, String[]::new))
                .bind("ids", SqlArrays.of(keys, Conversation.Key::id, UUID[]::new))
                .map((row, _) -> turnSequence(row))
                .collect(Collectors.toMap(TurnSequence::key, Function.identity())));
    }

    /// Stores how new turns have changed their conversations; the turns' own statement executes it.
    public SqlPart updatePart(Collection<TurnSequence> moved) {
        return new SqlPart("conversation", """
                update conversation c
                set last_activity_at = moved.last_activity_at, last_sequence = moved.last_sequence,
                    turn_count = moved.turn_count, ended_at = moved.ended_at, end_reason = moved.end_reason
                from unnest(:movedTenants, :movedIds, :activity, :lastSequences, :counts, :ends, :reasons)
                     as moved (tenant, id, last_activity_at, last_sequence, turn_count, ended_at, end_reason)
                where c.tenant = moved.tenant and c.id = moved.id
                """, update -> update.bind(
                        "movedTenants",
                        SqlArrays.of(moved, sequence -> sequence.key().tenant(), String[]::new))
                .bind("movedIds", SqlArrays.of(moved, sequence -> sequence.key().id(), UUID[]::new))
                .bind("activity", SqlArrays.of(moved, TurnSequence::lastActivityAt, Instant[]::new))
                .bind("lastSequences", SqlArrays.of(moved, TurnSequence::lastSequence, Integer[]::new))
                .bind("counts", SqlArrays.of(moved, TurnSequence::turnCount, Integer[]::new))
                .bind("ends", SqlArrays.of(moved, TurnSequence::endedAt, Instant[]::new))
                .bind("reasons", SqlArrays.of(moved, TurnSequence::endReason, String[]::new)));
    }

    /// Stores the end of a conversation that the caller has locked.
    @Transactional(TxType.MANDATORY)
    void updateEnd(TurnSequence ended) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update conversation set ended_at = :endedAt, end_reason = :endReason
                        where tenant = :tenant and id = :id
                        """)
                .bind("endedAt", ended.endedAt())
                .bind("endReason", ended.endReason())
                .bind("tenant", ended.key().tenant())
                .bind("id", ended.key().id())
                .execute());
    }

    /// Stores a new conversation unless one has its id.
    ///
    /// @return whether it was stored
    boolean insertIfAbsent(Conversation started) {
        TurnSequence.ConversationAttributes attributes = started.attributes();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into conversation (tenant, id, learner_id, guest, channel, language, time_zone, module,
                                                          scenario_id, metadata, started_at, last_activity_at, sent_hash)
                                values (:tenant, :id, :learner, :guest, :channel, :language, :timeZone, :module,
                                        :scenarioId, :metadata, :startedAt, :lastActivityAt, :sentHash)
                                on conflict (tenant, id) do nothing
                                """)
                        .bind("tenant", attributes.learner().tenant())
                        .bind("id", attributes.id().value())
                        .bind("learner", attributes.learner().id())
                        .bind("guest", attributes.guest())
                        .bind("channel", attributes.channel())
                        .bind("language", attributes.language())
                        .bind("timeZone", attributes.timeZone().getId())
                        .bind("module", attributes.module())
                        .bind("scenarioId", started.scenarioId())
                        .bind("metadata", started.metadata())
                        .bind("startedAt", started.startedAt())
                        .bind("lastActivityAt", started.sequence().lastActivityAt())
                        .bind("sentHash", started.sentHash())
                        .execute())
                == 1;
    }

    /// Which conversations to list; null: any. Its text form is part of the cursors' checksum: no name in it may
    /// change.
    ///
    /// @param module [Learner#NO_MODULE] for conversations without one
    record Filter(String learnerId, InstantRange started, Boolean active, String module, String channel) {}

    /// Newest start first.
    List<Conversation> list(String tenant, Filter filter, Instant now, PageRequest page) {
        var where = new StringBuilder("where tenant = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        if (filter.learnerId() != null) {
            where.append(" and learner_id = :learner");
            values.put("learner", filter.learnerId());
        }
        if (filter.module() != null) {
            where.append(" and coalesce(module, 'none') = :module");
            values.put("module", filter.module());
        }
        if (filter.channel() != null) {
            where.append(" and channel = :channel");
            values.put("channel", filter.channel());
        }
        if (filter.started().from() != null) {
            where.append(" and started_at >= :from");
            values.put("from", filter.started().from());
        }
        if (filter.started().to() != null) {
            where.append(" and started_at < :to");
            values.put("to", filter.started().to());
        }
        if (filter.active() != null) {
            where.append(
                    filter.active()
                            ? " and ended_at is null and last_activity_at > :activeSince"
                            : " and (ended_at is not null or last_activity_at <= :activeSince)");
            values.put("activeSince", now.minus(TurnSequence.ACTIVE_TIMEOUT));
        }
        if (!page.isFirst()) {
            where.append(" and (started_at, id) < (:afterTime, :afterId)");
            values.put("afterTime", page.instantAfter(0));
            values.put("afterId", page.uuidAfter(1));
        }
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(SELECT + where + " order by started_at desc, id desc limit :rows");
            values.forEach(query::bind);
            return query.bind("rows", page.rows())
                    .map((row, _) -> conversation(row))
                    .list();
        });
    }

    /// Open conversations without a turn since then, at most so many.
    List<Conversation.Key> findIdleSince(Instant then, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant, id from conversation where ended_at is null and last_activity_at <= :then
                        limit :limit
                        """)
                .bind("then", then)
                .bind("limit", limit)
                .map((row, _) -> new Conversation.Key(row.getString(1), row.getObject(2, UUID.class)))
                .list());
    }

    /// @return without those that do not exist
    public Map<Conversation.Key, Conversation> findByKeys(Collection<Conversation.Key> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from unnest(:tenants, :ids) as wanted (wanted_tenant, wanted_id)
                        join conversation on tenant = wanted_tenant and id = wanted_id
                        """)
                .bind("tenants", SqlArrays.of(keys, Conversation.Key::tenant, String[]::new))
                .bind("ids", SqlArrays.of(keys, Conversation.Key::id, UUID[]::new))
                .map((row, _) -> conversation(row))
                .collect(Collectors.toMap(found -> found.sequence().key(), Function.identity())));
    }

    /// Conversations after a key, in the order of their keys, at most so many.
    ///
    /// @param learner empty for those of all learners
    public List<Conversation> findAfter(Conversation.Key after, Optional<Learner> learner, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where (tenant, id) > (:afterTenant, :afterId)
                          and (cast(:learner as text) is null or tenant = :tenant and learner_id = :learner)
                        order by tenant, id limit :limit
                        """)
                .bind("afterTenant", after.tenant())
                .bind("afterId", after.id())
                .bind("tenant", learner.map(Learner::tenant).orElse(null))
                .bind("learner", learner.map(Learner::id).orElse(null))
                .bind("limit", limit)
                .map((row, _) -> conversation(row))
                .list());
    }

    /// How many conversations without turns had their last activity in this range. Fails if that takes longer than
    /// 20 s.
    ///
    /// @param learner empty for those of all learners
    public long countEmpty(Optional<Learner> learner, InstantRange lastActivity) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from conversation
                        where turn_count = 0
                          and (cast(:from as timestamptz) is null or last_activity_at >= :from)
                          and (cast(:to as timestamptz) is null or last_activity_at < :to)
                          and (cast(:learner as text) is null or tenant = :tenant and learner_id = :learner)
                        """)
                .bind("from", lastActivity.from())
                .bind("to", lastActivity.to())
                .bind("tenant", learner.map(Learner::tenant).orElse(null))
                .bind("learner", learner.map(Learner::id).orElse(null))
                .setQueryTimeout(COUNT_TIMEOUT_SECONDS)
                .mapTo(Long.class)
                .one());
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                turnSequence(row),
                row.getString("scenario_id"),
                row.getString("metadata"),
                row.getTimestamp("started_at").toInstant(),
                row.getBytes("sent_hash"));
    }

    private static TurnSequence turnSequence(ResultSet row) throws SQLException {
        var attributes = new TurnSequence.ConversationAttributes(
                new Learner(row.getString("tenant"), row.getString("learner_id")),
                new ConversationId(row.getObject("id", UUID.class)),
                row.getBoolean("guest"),
                row.getString("channel"),
                row.getString("language"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("module"));
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new TurnSequence(
                attributes,
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("end_reason"),
                row.getTimestamp("last_activity_at").toInstant(),
                row.getInt("last_sequence"),
                row.getInt("turn_count"));
    }
}
