package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.HighlightResource.Highlight;
import dev.parlance.contract.AnalysisEvent;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
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

/// The highlights of all turns, unfolded from the turns' rows: a row names them, and what they say is derived of its
/// turn.
@ApplicationScoped
class Highlights {
    private final Jdbi jdbi;

    Highlights(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What a list is narrowed down to; null where it is not.
    record Filter(String learnerId, UUID conversationId, String type, InstantRange occurred) {}

    /// Newest first.
    List<Highlight> list(String tenant, Filter filter, PageRequest page) {
        Map<UUID, TurnAnalyzed> told = new HashMap<>();
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
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterId", page.isFirst() ? null : page.after().get(1))
                .bind("rows", page.rows())
                .map((row, _) -> highlight(row, told))
                .list());
    }

    private static Highlight highlight(ResultSet row, Map<UUID, TurnAnalyzed> told) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID turn = row.getObject("turn_id", UUID.class);
        TurnAnalyzed event = told.get(turn);
        if (event == null) {
            event = AnalyzedTurns.turn(row).event();
            told.put(turn, event);
        }
        for (AnalysisEvent.Highlight one : event.highlights()) {
            if (one.id().equals(id)) {
                return Highlight.of(event, one);
            }
        }
        throw new IllegalStateException("the turn %s names a highlight %s that it does not have".formatted(turn, id));
    }
}
