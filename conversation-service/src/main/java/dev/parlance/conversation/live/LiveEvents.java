package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import dev.parlance.kit.outbox.Column;
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

/// What was told of learners. Whoever writes here holds the learners' rows ([LiveLearners#locked]).
@ApplicationScoped
class LiveEvents {
    /// Where readers are told that there is news of learners; the payload has their keys, one a line.
    static final String CHANNEL = "parlance_live";

    /// PostgreSQL takes 8,000 bytes.
    private static final int LONGEST_PAYLOAD = 7_500;

    private static final String ADD = """
            with news as (
                select * from unnest(:tenants, :learners, :conversations, :turns, :types, :data, :causes)
                with ordinality as n (tenant, learner_id, conversation_id, turn_id, type, data, cause, place)
            ), fresh as (
                select n.*, l.position + row_number() over (partition by n.tenant, n.learner_id order by n.place) as next
                from news n join live_learner l using (tenant, learner_id)
                where not exists (select from live_event e
                                  where e.tenant = n.tenant and e.learner_id = n.learner_id and e.cause = n.cause)
            ), added as (
                insert into live_event (tenant, learner_id, position, conversation_id, turn_id, type, data, cause, created_at)
                select tenant, learner_id, next, conversation_id, turn_id, type, data, cause, clock_timestamp() from fresh
            )
            update live_learner l set position = latest.next
            from (select tenant, learner_id, max(next) as next from fresh group by tenant, learner_id) as latest
            where l.tenant = latest.tenant and l.learner_id = latest.learner_id
            returning l.tenant || '/' || l.learner_id
            """;

    private static final String AFTER = """
            select e.tenant, e.learner_id, e.position, e.conversation_id, e.turn_id, e.type, e.data, e.looked
            from unnest(:tenants, :learners, :positions) as reader (tenant, learner_id, position)
            cross join lateral (
                select *, count(*) over () as looked,
                       sum(octet_length(data)) over (order by position) - octet_length(data) as before
                from (select * from live_event
                      where tenant = reader.tenant and learner_id = reader.learner_id and position > reader.position
                      order by position limit :rows) as page
            ) as e
            where e.before < :bytes
            order by e.tenant, e.learner_id, e.position
            """;

    /// By the statement's time: the clock's may change from row to row, so that no index can be searched by it.
    static final String OLDER = """
            select distinct tenant, learner_id
            from (select tenant, learner_id from live_event
                  where created_at < statement_timestamp() - :millis * interval '1 millisecond'
                  order by created_at limit :limit) as oldest
            """;

    private final Jdbi jdbi;

    LiveEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Gives news their places, those that were not told before, and lets readers know after the commit.
    ///
    /// @param news of learners who are locked; each cause once
    @Transactional(TxType.MANDATORY)
    void add(Collection<News> news) {
        jdbi.useHandle(handle -> {
            List<String> learners = handle.createQuery(ADD)
                    .bind("tenants", Column.of(news, one -> one.learner().tenant(), String[]::new))
                    .bind("learners", Column.of(news, one -> one.learner().id(), String[]::new))
                    .bind("conversations", Column.of(news, News::conversation, UUID[]::new))
                    .bind("turns", Column.of(news, News::turn, UUID[]::new))
                    .bind("types", Column.of(news, News::type, String[]::new))
                    .bind("data", Column.of(news, News::data, String[]::new))
                    .bind("causes", Column.of(news, News::cause, UUID[]::new))
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
        for (String learner : learners) { // ASCII, by its alphabet
            if (payload.length() + learner.length() >= LONGEST_PAYLOAD) {
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

    /// Some of the events of a learner.
    ///
    /// @param more whether there are others behind them
    record Page(List<LiveEvent> events, boolean more) {
        long lastPosition() {
            return events.getLast().position();
        }
    }

    /// The next events of each learner behind a position, in their order; of each learner at most so many, and those
    /// that weigh no more than the bound together, at least one. Without learners of whom there are none.
    Map<Learner, Page> after(Map<Learner, Long> positions, int rows, int bytes) {
        List<Learner> learners = List.copyOf(positions.keySet());
        Map<Learner, Page> pages = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(AFTER)
                .bind("tenants", LiveLearners.tenants(learners))
                .bind("learners", LiveLearners.ids(learners))
                .bind("positions", learners.stream().map(positions::get).toArray(Long[]::new))
                .bind("rows", rows)
                .bind("bytes", bytes)
                .map((row, _) -> put(pages, event(row), row.getInt("looked"), rows))
                .list());
        return pages;
    }

    /// @param looked at so many, before the bound of their weight
    private static Page put(Map<Learner, Page> pages, LiveEvent event, int looked, int rows) {
        return pages.compute(event.learner(), (_, page) -> {
            List<LiveEvent> events = page == null ? new ArrayList<>() : page.events();
            events.add(event);
            return new Page(events, looked == rows || events.size() < looked);
        });
    }

    /// What was told of one turn, in its order.
    List<LiveEvent> ofTurn(Learner learner, UUID turn) {
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

    /// Whether the analysis of a turn has come here, told or not.
    boolean isAnalysed(Learner learner, UUID turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from analyzed_turn where tenant = :tenant and turn_id = :turn)
                        """)
                .bind("tenant", learner.tenant())
                .bind("turn", turn)
                .mapTo(Boolean.class)
                .one());
    }

    /// Some learners of whom there are events older than this.
    List<Learner> withOlder(Duration time, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(OLDER)
                .bind("millis", time.toMillis())
                .bind("limit", limit)
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .list());
    }

    /// Removes what is older than this of learners who are locked, and remembers how far that went.
    void removeOlder(Duration time, Collection<Learner> learners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with gone as (
                            delete from live_event e using unnest(:tenants, :learners) as whose (tenant, learner_id)
                            where e.tenant = whose.tenant and e.learner_id = whose.learner_id
                              and e.created_at < clock_timestamp() - :millis * interval '1 millisecond'
                            returning e.tenant, e.learner_id, e.position
                        )
                        update live_learner l set floor = greatest(l.floor, latest.position)
                        from (select tenant, learner_id, max(position) as position
                              from gone group by tenant, learner_id) as latest
                        where l.tenant = latest.tenant and l.learner_id = latest.learner_id
                        """)
                .bind("tenants", LiveLearners.tenants(learners))
                .bind("learners", LiveLearners.ids(learners))
                .bind("millis", time.toMillis())
                .execute());
    }

    /// Removes all of learners who are locked.
    void removeAll(Collection<Learner> learners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from live_event e using unnest(:tenants, :learners) as whose (tenant, learner_id)
                        where e.tenant = whose.tenant and e.learner_id = whose.learner_id
                        """)
                .bind("tenants", LiveLearners.tenants(learners))
                .bind("learners", LiveLearners.ids(learners))
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
