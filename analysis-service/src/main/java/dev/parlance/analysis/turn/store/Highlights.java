package dev.parlance.analysis.turn.store;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The highlights of all turns, read from the turns' rows: a row has their ids and types, and the rest is derived from
/// the turn.
@ApplicationScoped
public class Highlights {
    private final Jdbi jdbi;
    private final AnalysisJson json;

    public Highlights(Jdbi jdbi, AnalysisJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// Which highlights to list; null: any. Its text form is part of the cursors' checksum: no name in it may change.
    public record Filter(String learnerId, UUID conversationId, String type, InstantRange occurred) {}

    /// A highlight of an analysed turn.
    public record TurnHighlight(TurnAnalyzed turn, Highlight highlight) {}

    /// Newest first.
    public List<TurnHighlight> list(String tenant, Filter filter, PageRequest page) {
        Map<UUID, TurnAnalyzed> events = new HashMap<>();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with page as materialized (
                            select turn.tenant, turn.turn_id, turn.occurred_at, one.id
                            from analyzed_turn turn
                                cross join lateral unnest(turn.highlight_ids, turn.highlight_types) as one (id, type)
                            where turn.tenant = :tenant and turn.highlight_ids is not null
                              and (cast(:learner as text) is null or turn.learner_id = :learner)
                              and (cast(:conversation as uuid) is null or turn.conversation_id = :conversation)
                              and (cast(:type as text) is null or one.type = :type)
                              and (cast(:from as timestamptz) is null or turn.occurred_at >= :from)
                              and (cast(:to as timestamptz) is null or turn.occurred_at < :to)
                              and (cast(:afterTime as timestamptz) is null
                                   or turn.occurred_at <= cast(:afterTime as timestamptz)
                                      and (turn.occurred_at, one.id)
                                          < (cast(:afterTime as timestamptz), cast(:afterId as uuid)))
                            order by turn.occurred_at desc, one.id desc
                            limit :rows
                        )
                        select page.id, turn_id, turn.recorded, turn.transcript, turn.facts, turn.jobs, turn.revision,
                               turn.created_at, turn.completed_at
                        from page join analyzed_turn turn using (tenant, turn_id)
                        order by page.occurred_at desc, page.id desc
                        """)
                .bind("tenant", tenant)
                .bind("learner", filter.learnerId())
                .bind("conversation", filter.conversationId())
                .bind("type", filter.type())
                .bind("from", filter.occurred().from())
                .bind("to", filter.occurred().to())
                .bind("afterTime", page.instantAfter(0))
                .bind("afterId", page.uuidAfter(1))
                .bind("rows", page.rows())
                .map((row, _) -> highlight(row, events))
                .list());
    }

    /// @param events of the turns that were read so far: a turn with several highlights is read once
    private TurnHighlight highlight(ResultSet row, Map<UUID, TurnAnalyzed> events) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID turn = row.getObject("turn_id", UUID.class);
        TurnAnalyzed event = events.get(turn);
        if (event == null) {
            event = AnalyzedTurns.mapTurn(row, json).toEvent();
            events.put(turn, event);
        }
        for (Highlight highlight : event.highlights()) {
            if (highlight.id().equals(id)) {
                return new TurnHighlight(event, highlight);
            }
        }
        throw new IllegalStateException("the turn %s names a highlight %s that it does not have".formatted(turn, id));
    }
}
