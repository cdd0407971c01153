package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Which turns the analysis has covered: compares the table `turn` with `analyzed_turn`, a window at a time. The
/// reconciliation calls it.
@ApplicationScoped
public class AnalysisCoverage {
    private final Jdbi jdbi;

    public AnalysisCoverage(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param analysed whether any analysis of the turn is known
    public record ComparedTurn(Turn.Key key, Instant recordedAt, boolean analysed) {}

    /// @param transcriptRevision null if the turn has no transcript
    /// @param analysed whether an analysis of the turn, with its present transcript, is known
    public record TurnCoverage(Long transcriptRevision, boolean analysed) {}

    /// The turn that is so many places after the first one recorded in `[from, to)`: where a window of this size ends.
    public Optional<Instant> findRecordedAt(Instant from, Instant to, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select recorded_at from turn where recorded_at >= :from and recorded_at < :to
                        order by recorded_at offset :offset limit 1
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("offset", offset)
                .mapTo(Instant.class)
                .findOne());
    }

    /// The same for transcripts, by their revisions.
    public Optional<Long> findTranscriptRevision(long from, long to, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select transcript_revision from turn
                        where transcript_revision >= :from and transcript_revision < :to
                        order by transcript_revision offset :offset limit 1
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("offset", offset)
                .mapTo(Long.class)
                .findOne());
    }

    /// The turns recorded in `[from, to)`. A plain left join would let the planner read all of `analyzed_turn`; the
    /// limit makes it look up turn by turn.
    public List<ComparedTurn> compare(Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.tenant, t.id, t.recorded_at, a.analysed is not null
                        from turn t left join lateral (
                            select true as analysed from analyzed_turn a
                            where a.tenant = t.tenant and a.turn_id = t.id limit 1
                        ) a on true
                        where t.recorded_at >= :from and t.recorded_at < :to
                        """)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new ComparedTurn(
                        new Turn.Key(row.getString(1), new TurnId(row.getObject(2, UUID.class))),
                        row.getTimestamp(3).toInstant(),
                        row.getBoolean(4)))
                .list());
    }

    /// The turns with a transcript revision in `[from, to)` whose known analyses have not read that transcript. An
    /// analysis that does not state which transcript it read counts as up to date.
    public List<ComparedTurn> findUnreadTranscripts(long from, long to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.tenant, t.id, t.recorded_at
                        from turn t left join lateral (
                            select true as analysed from analyzed_turn a
                            where a.tenant = t.tenant and a.turn_id = t.id
                              and coalesce(a.transcript, t.transcript_revision) >= t.transcript_revision
                            limit 1
                        ) a on true
                        where t.transcript_revision >= :from and t.transcript_revision < :to and a.analysed is null
                        """)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new ComparedTurn(
                        new Turn.Key(row.getString(1), new TurnId(row.getObject(2, UUID.class))),
                        row.getTimestamp(3).toInstant(),
                        false))
                .list());
    }

    /// The state of single turns.
    ///
    /// @return without those that do not exist
    public Map<Turn.Key, TurnCoverage> find(Collection<Turn.Key> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.tenant, t.id, t.transcript_revision,
                               exists (select from analyzed_turn a where a.tenant = t.tenant and a.turn_id = t.id
                                       and coalesce(a.transcript, t.transcript_revision, 0)
                                           >= coalesce(t.transcript_revision, 0))
                        from unnest(:tenants, :ids) as wanted (tenant, id) join turn t using (tenant, id)
                        """)
                .bind("tenants", SqlArrays.of(keys, Turn.Key::tenant, String[]::new))
                .bind("ids", SqlArrays.of(keys, key -> key.id().value(), UUID[]::new))
                .map((row, _) -> Map.entry(
                        new Turn.Key(row.getString(1), new TurnId(row.getObject(2, UUID.class))),
                        new TurnCoverage(row.getObject(3, Long.class), row.getBoolean(4))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
