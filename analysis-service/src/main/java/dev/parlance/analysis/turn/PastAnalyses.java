package dev.parlance.analysis.turn;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// What was found in turns of the past, as it stands now, in the order in which they were first analysed.
@ApplicationScoped
public class PastAnalyses {
    private static final Duration RESOLUTION = Duration.ofMillis(1);
    private static final int SECONDS_TO_COUNT = 20;
    private static final int MOST_BYTES = 4 << 20;
    private static final String CHOSEN = """
             (cast(:learner as text) is null or learner_id = :learner)
             and (cast(:from as timestamptz) is null
                  or cast(cast(recorded as json) ->> 'recordedAt' as timestamptz) >= :from)
             and (cast(:to as timestamptz) is null
                  or cast(cast(recorded as json) ->> 'recordedAt' as timestamptz) < :to)
            """;

    private final Jdbi jdbi;

    PastAnalyses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Which analyses; null where they are not narrowed down.
    ///
    /// @param tenant   of the learner
    /// @param from     of the turn's `recordedAt`, inclusive
    /// @param to       exclusive
    public record Choice(String tenant, String learnerId, Instant from, Instant to) {}

    /// How far a tenant's analyses have been read.
    ///
    /// @param until before which turns are read: those that are analysed later are told by themselves
    public record Place(String tenant, Instant until, Instant analyzedAt, UUID turn) {}

    /// @param last where to go on behind, empty if the tenant has nothing behind the place
    public record Stretch(List<TurnAnalyzed> events, Optional<Place> last) {}

    /// The tenant behind this one, before its first analysis; empty behind the last.
    ///
    /// @param tenant empty for the first
    public Optional<Place> nextTenant(String tenant) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select min(tenant) from analyzed_turn where tenant > :tenant")
                                .bind("tenant", tenant)
                                .mapTo(String.class)
                                .findOne())
                .map(this::beginning);
    }

    /// A tenant's analyses from the first on.
    public Place beginning(String tenant) {
        Instant until = jdbi.withHandle(
                        handle -> handle.createQuery("select max(created_at) from analyzed_turn where tenant = :tenant")
                                .bind("tenant", tenant)
                                .mapTo(Instant.class)
                                .findOne())
                .map(last -> last.plus(RESOLUTION))
                .orElse(Instant.EPOCH);
        return new Place(tenant, until, Instant.EPOCH, new UUID(0, 0));
    }

    public long count(Choice choice) {
        return jdbi.withHandle(handle -> chosen(
                        handle.createQuery("select count(*) from analyzed_turn where "
                                + "(cast(:tenant as text) is null or tenant = :tenant) and" + CHOSEN),
                        choice)
                .bind("tenant", choice.tenant())
                .setQueryTimeout(SECONDS_TO_COUNT)
                .mapTo(Long.class)
                .one());
    }

    /// The chosen ones among the next analyses behind a place. It looks at so many and at so much only, so that it
    /// neither takes long nor fills the heap.
    public Stretch behind(Choice choice, Place place, int lookedAt) {
        List<Looked> looked = jdbi.withHandle(
                handle -> chosen(handle.createQuery("""
                                select created_at, turn_id, chosen, transcript, revision, completed_at,
                                       case when chosen then recorded end as recorded,
                                       case when chosen then facts end as facts, case when chosen then jobs end as jobs
                                from (select *, %s as chosen,
                                             sum(octet_length(facts) + octet_length(recorded))
                                                 over (order by created_at, turn_id desc) as bytes,
                                             row_number() over (order by created_at, turn_id desc) as number
                                      from (select * from analyzed_turn
                                            where tenant = :tenant and created_at >= :at and created_at < :until
                                              and (created_at > :at or turn_id < :turn)
                                            order by created_at, turn_id desc limit %d) as looked_at) as next
                                where bytes < %d or number = 1
                                order by created_at, turn_id desc
                                """.formatted(CHOSEN, lookedAt, MOST_BYTES)), choice)
                        .bind("tenant", place.tenant())
                        .bind("at", place.analyzedAt())
                        .bind("until", place.until())
                        .bind("turn", place.turn())
                        .map((row, _) -> new Looked(
                                new Place(
                                        place.tenant(),
                                        place.until(),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getObject("turn_id", UUID.class)),
                                row.getBoolean("chosen") ? AnalyzedTurns.turn(row) : null))
                        .list());
        return new Stretch(
                events(looked), looked.stream().reduce((_, later) -> later).map(Looked::place));
    }

    /// @param analyzed null where it was not chosen
    private record Looked(Place place, AnalyzedTurn analyzed) {}

    /// Turns that were analysed at one instant by sequence.
    private static List<TurnAnalyzed> events(List<Looked> looked) {
        List<AnalyzedTurn> chosen = new ArrayList<>();
        for (Looked one : looked) {
            if (one.analyzed() != null) {
                chosen.add(one.analyzed());
            }
        }
        chosen.sort(Comparator.comparing(AnalyzedTurn::createdAt)
                .thenComparing(analyzed -> analyzed.turn().sequence()));
        return chosen.stream().map(AnalyzedTurn::event).toList();
    }

    private static Query chosen(Query query, Choice choice) {
        return query.bind("learner", choice.learnerId())
                .bind("from", choice.from())
                .bind("to", choice.to());
    }
}
