package dev.parlance.conversation.republish;

import dev.parlance.contract.ConversationEvent.ConversationEnded;
import dev.parlance.contract.ConversationEvent.ConversationStarted;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.conversation.conversation.Conversation;
import dev.parlance.conversation.republish.Place.AmongSilent;
import dev.parlance.kit.republish.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// What the tables hold of conversations that is told again around their turns. Queries are written here and
/// nowhere else.
@ApplicationScoped
class PastConversations {
    private static final int LOOKED_AT_ONCE = 2_000;
    private static final int SECONDS_TO_COUNT = 20;

    private final Jdbi jdbi;

    PastConversations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Some of the conversations that were looked at for having no turn.
    ///
    /// @param looked the last that was looked at, empty if there was none
    record Silent(List<PastConversation> conversations, Optional<AmongSilent> looked) {}

    /// Turns, and conversations that have none.
    long count(Selection selection) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select (select count(*)
                                from turn t
                                where (cast(:from as timestamptz) is null or t.recorded_at >= :from)
                                  and (cast(:to as timestamptz) is null or t.recorded_at < :to)
                                  and (cast(:learner as text) is null
                                       or exists (select from conversation c where c.tenant = t.tenant
                                                  and c.id = t.conversation_id and c.tenant = :tenant
                                                  and c.learner_id = :learner)))
                             + (select count(*)
                                from conversation c
                                where c.turn_count = 0
                                  and (cast(:from as timestamptz) is null or c.last_activity_at >= :from)
                                  and (cast(:to as timestamptz) is null or c.last_activity_at < :to)
                                  and (cast(:learner as text) is null or c.tenant = :tenant and c.learner_id = :learner))
                        """)
                .bind("from", selection.from())
                .bind("to", selection.to())
                .bind("tenant", learner(selection).map(Learner::tenant).orElse(null))
                .bind("learner", learner(selection).map(Learner::id).orElse(null))
                .setQueryTimeout(SECONDS_TO_COUNT)
                .mapTo(Long.class)
                .one());
    }

    /// The last instant at which a turn was recorded.
    Optional<Instant> lastRecordedAt() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(recorded_at) from turn")
                .mapTo(Instant.class)
                .findOne());
    }

    /// These conversations by their ids.
    Map<Conversation.Key, PastConversation> byId(String tenant, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select c.tenant, c.id, c.learner_id, c.guest, c.channel, c.language, c.time_zone, c.module,
                               c.scenario_id, c.started_at, c.ended_at, c.end_reason, c.turn_count,
                               (select min(t.sequence) from turn t
                                where t.tenant = c.tenant and t.conversation_id = c.id) as first,
                               (select max(t.sequence) from turn t
                                where t.tenant = c.tenant and t.conversation_id = c.id) as last
                        from conversation c where c.tenant = :tenant and c.id = any(:ids)
                        """)
                .bind("tenant", tenant)
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, _) -> conversation(row, row.getInt("first"), row.getInt("last")))
                .stream()
                .collect(Collectors.toMap(PastConversation::key, Function.identity())));
    }

    /// Conversations without turns behind a place: looks at some only, so that it never takes long.
    Silent silent(Selection selection, AmongSilent behind, int limit) {
        return jdbi.withHandle(handle -> {
            var found = handle.createQuery("""
                            select *,
                                   turn_count = 0
                                   and (cast(:from as timestamptz) is null or last_activity_at >= :from)
                                   and (cast(:to as timestamptz) is null or last_activity_at < :to) as told
                            from (select * from conversation
                                  where (tenant, id) > (:behindTenant, :behind)
                                    and (cast(:learner as text) is null or tenant = :tenant and learner_id = :learner)
                                  order by tenant, id limit %d) as looked_at
                            order by tenant, id
                            """.formatted(LOOKED_AT_ONCE))
                    .bind("from", selection.from())
                    .bind("to", selection.to())
                    .bind("behindTenant", behind.tenant())
                    .bind("behind", behind.conversation())
                    .bind("tenant", learner(selection).map(Learner::tenant).orElse(null))
                    .bind("learner", learner(selection).map(Learner::id).orElse(null))
                    .map((row, _) -> new Looked(
                            new AmongSilent(row.getString("tenant"), row.getObject("id", UUID.class)),
                            row.getBoolean("told") ? conversation(row, 0, 0) : null))
                    .list();
            return silent(found, limit);
        });
    }

    /// @param told null where it has turns, or is not of the selection
    private record Looked(AmongSilent place, PastConversation told) {}

    private static Silent silent(List<Looked> looked, int limit) {
        List<PastConversation> told = looked.stream()
                .map(Looked::told)
                .filter(one -> one != null)
                .limit(limit)
                .toList();
        Optional<AmongSilent> last = told.size() < limit
                ? looked.stream().reduce((_, later) -> later).map(Looked::place)
                : Optional.of(told.getLast().key()).map(key -> new AmongSilent(key.tenant(), key.id()));
        return new Silent(told, last);
    }

    static Optional<Learner> learner(Selection selection) {
        return Optional.ofNullable(selection.key()).map(Learner::ofKey);
    }

    private static PastConversation conversation(ResultSet row, int first, int last) throws SQLException {
        String tenant = row.getString("tenant");
        String learner = row.getString("learner_id");
        var id = new ConversationId(row.getObject("id", UUID.class));
        var started = new ConversationStarted(
                tenant,
                learner,
                row.getBoolean("guest"),
                id,
                row.getString("channel"),
                row.getString("language"),
                row.getString("time_zone"),
                row.getString("module"),
                row.getString("scenario_id"),
                row.getTimestamp("started_at").toInstant());
        Timestamp endedAt = row.getTimestamp("ended_at");
        var ended = endedAt == null
                ? null
                : new ConversationEnded(
                        tenant,
                        learner,
                        id,
                        endedAt.toInstant(),
                        row.getString("end_reason"),
                        row.getInt("turn_count"));
        return new PastConversation(started, ended, first, last);
    }
}
