package dev.parlance.conversation.stream.event;

import dev.parlance.contract.id.Learner;
import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The store of live events; it owns the table `live_event`. Writers hold the locks of the learners' rows
/// ([LiveSubscriptions#lockSubscribed]).
@ApplicationScoped
public class LiveEvents {
    /// The channel of notifications about new events; a payload lists the keys of learners, one per line.
    public static final String CHANNEL = "parlance_live";

    /// PostgreSQL allows 8,000 bytes.
    private static final int MAX_PAYLOAD_BYTES = 7_500;

    private static final String INSERT = """
            with message as (
                select * from unnest(:tenants, :learners, :conversations, :turns, :types, :data, :causes)
                with ordinality as m (tenant, learner_id, conversation_id, turn_id, type, data, cause, ordinal)
            ), next_event as (
                select m.*,
                       l.position + row_number() over (partition by m.tenant, m.learner_id order by m.ordinal) as next
                from message m join live_learner l using (tenant, learner_id)
                where not exists (select from live_event e
                                  where e.tenant = m.tenant and e.learner_id = m.learner_id and e.cause = m.cause)
            ), added as (
                insert into live_event (tenant, learner_id, position, conversation_id, turn_id, type, data, cause, created_at)
                select tenant, learner_id, next, conversation_id, turn_id, type, data, cause, clock_timestamp()
                from next_event
            )
            update live_learner l set position = latest.next, unknown = false
            from (select tenant, learner_id, max(next) as next from next_event group by tenant, learner_id) as latest
            where l.tenant = latest.tenant and l.learner_id = latest.learner_id
            returning l.tenant || '/' || l.learner_id
            """;

    private static final String SELECT_AFTER = """
            select e.tenant, e.learner_id, e.position, e.conversation_id, e.turn_id, e.type, e.data, e.found
            from unnest(:tenants, :learners, :positions) as reader (tenant, learner_id, position)
            cross join lateral (
                select *, count(*) over () as found,
                       sum(octet_length(data)) over (order by position) - octet_length(data) as before
                from (select * from live_event
                      where tenant = reader.tenant and learner_id = reader.learner_id and position > reader.position
                      order by position limit :rows) as page
            ) as e
            where e.before < :bytes
            order by e.tenant, e.learner_id, e.position
            """;

    /// Uses the statement's time: `clock_timestamp()` may change from row to row, so that PostgreSQL could not use
    /// the index.
    static final String SELECT_LEARNERS_WITH_OLDER = """
            select distinct tenant, learner_id
            from (select tenant, learner_id from live_event
                  where created_at < statement_timestamp() - :millis * interval '1 millisecond'
                  order by created_at limit :limit) as oldest
            """;

    private final Jdbi jdbi;

    LiveEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Stores messages as events, except those whose cause has an event, and notifies the instances after the commit.
    ///
    /// @param messages of locked learners; each cause once
    @Transactional(TxType.MANDATORY)
    void append(Collection<LiveMessage> messages) {
        jdbi.useHandle(handle -> {
            List<String> learners = handle.createQuery(INSERT)
                    .bind(
                            "tenants",
                            SqlArrays.of(messages, message -> message.learner().tenant(), String[]::new))
                    .bind(
                            "learners",
                            SqlArrays.of(messages, message -> message.learner().id(), String[]::new))
                    .bind("conversations", SqlArrays.of(messages, LiveMessage::conversation, UUID[]::new))
                    .bind("turns", SqlArrays.of(messages, LiveMessage::turn, UUID[]::new))
                    .bind("types", SqlArrays.of(messages, LiveMessage::type, String[]::new))
                    .bind("data", SqlArrays.of(messages, LiveMessage::data, String[]::new))
                    .bind("causes", SqlArrays.of(messages, LiveMessage::cause, UUID[]::new))
                    .mapTo(String.class)
                    .list();
            payloads(learners).forEach(payload -> notify(handle, payload));
        });
    }

    private static void notify(Handle handle, String payload) {
        handle.createQuery("select count(pg_notify(:channel, :payload))")
                .bind("channel", CHANNEL)
                .bind("payload", payload)
                .mapTo(Long.class)
                .one();
    }

    static List<String> payloads(List<String> learners) {
        List<String> payloads = new ArrayList<>();
        var payload = new StringBuilder();
        for (String learner : learners) { // ASCII only: one byte per character
            if (payload.length() + learner.length() >= MAX_PAYLOAD_BYTES) {
                payloads.add(payload.toString());
                payload.setLength(0);
            }
            payload.append(payload.isEmpty() ? "" : "\n").append(learner);
        }
        if (!payload.isEmpty()) {
            payloads.add(payload.toString());
        }
        return payloads;
    }

    /// A page of the events of a learner.
    ///
    /// @param hasMore whether events follow the page
    public record LiveEventPage(List<LiveEvent> events, boolean hasMore) {
        public long lastPosition() {
            return events.getLast().position();
        }
    }

    /// The next events of each learner after a position, in order.
    ///
    /// @param rows  the most events of a learner
    /// @param bytes the most bytes of a learner's events together; at least one event is returned
    /// @return without learners that have no event after the position
    public Map<Learner, LiveEventPage> findAfter(Map<Learner, Long> positions, int rows, int bytes) {
        List<Learner> learners = List.copyOf(positions.keySet());
        Map<Learner, LiveEventPage> pages = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(SELECT_AFTER)
                .bind("tenants", LiveSubscriptions.tenants(learners))
                .bind("learners", LiveSubscriptions.ids(learners))
                .bind("positions", learners.stream().map(positions::get).toArray(Long[]::new))
                .bind("rows", rows)
                .bind("bytes", bytes)
                .map((row, _) -> addToPage(pages, event(row), row.getInt("found"), rows))
                .list());
        return pages;
    }

    /// @param found events after the position, before the limit by bytes
    private static LiveEventPage addToPage(Map<Learner, LiveEventPage> pages, LiveEvent event, int found, int rows) {
        return pages.compute(event.learner(), (_, page) -> {
            List<LiveEvent> events = page == null ? new ArrayList<>() : page.events();
            events.add(event);
            return new LiveEventPage(events, found == rows || events.size() < found);
        });
    }

    /// The events of one turn, in order.
    public List<LiveEvent> findByTurn(Learner learner, UUID turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant, learner_id, position, conversation_id, turn_id, type, data from live_event
                        where tenant = :tenant and learner_id = :learner and turn_id = :turn order by position
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("turn", turn)
                .map((row, _) -> event(row))
                .list());
    }

    /// Learners with events older than this, at most so many.
    List<Learner> findLearnersWithOlder(Duration time, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT_LEARNERS_WITH_OLDER)
                .bind("millis", time.toMillis())
                .bind("limit", limit)
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .list());
    }

    /// Deletes the events older than this of locked learners, and stores up to which position.
    void deleteOlder(Duration time, Collection<Learner> learners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with gone as (
                            delete from live_event e using unnest(:tenants, :learners) as wanted (tenant, learner_id)
                            where e.tenant = wanted.tenant and e.learner_id = wanted.learner_id
                              and e.created_at < clock_timestamp() - :millis * interval '1 millisecond'
                            returning e.tenant, e.learner_id, e.position
                        )
                        update live_learner l set floor = greatest(l.floor, latest.position)
                        from (select tenant, learner_id, max(position) as position
                              from gone group by tenant, learner_id) as latest
                        where l.tenant = latest.tenant and l.learner_id = latest.learner_id
                        """)
                .bind("tenants", LiveSubscriptions.tenants(learners))
                .bind("learners", LiveSubscriptions.ids(learners))
                .bind("millis", time.toMillis())
                .execute());
    }

    /// Deletes all events of locked learners.
    void deleteAll(Collection<Learner> learners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from live_event e using unnest(:tenants, :learners) as wanted (tenant, learner_id)
                        where e.tenant = wanted.tenant and e.learner_id = wanted.learner_id
                        """)
                .bind("tenants", LiveSubscriptions.tenants(learners))
                .bind("learners", LiveSubscriptions.ids(learners))
                .execute());
    }

    private static LiveEvent event(ResultSet row) throws SQLException {
        return new LiveEvent(
                new Learner(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7));
    }
}
