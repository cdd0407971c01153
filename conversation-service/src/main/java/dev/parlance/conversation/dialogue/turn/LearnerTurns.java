package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The turns of learners by when they were said. A turn names its conversation and not its learner, so that a page
/// takes at most its size from each of the learner's conversations. No index holds the turns by time, for each turn
/// would pay for it: the turns of a conversation are found by their sequences and sorted, and the cost of a page grows
/// with the learner's turns.
@ApplicationScoped
public class LearnerTurns {
    private final Jdbi jdbi;
    private final Turns turns;

    LearnerTurns(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    /// Which of a learner's turns to list; null: any. Its text form is part of the cursors' checksum: no name in it may
    /// change.
    ///
    /// @param module  of the conversation; [Learner#NO_MODULE] for conversations without one
    /// @param channel of the conversation
    record Filter(InstantRange occurred, String module, String channel) {}

    /// By `occurredAt`, then by id, newest first.
    List<Turn> list(Learner learner, Filter filter, PageRequest page) {
        List<Turn.Key> keys = jdbi.withHandle(handle -> handle.createQuery("""
                        select page.id
                        from conversation cross join lateral (
                            select id, occurred_at from turn
                            where turn.tenant = conversation.tenant and turn.conversation_id = conversation.id
                              and occurred_at >= coalesce(cast(:from as timestamptz), '-infinity')
                              and occurred_at < coalesce(cast(:to as timestamptz), 'infinity')
                              and (occurred_at, id) < (coalesce(cast(:afterTime as timestamptz), 'infinity'),
                                                       coalesce(cast(:afterId as uuid),
                                                                'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                            order by occurred_at desc, id desc
                            limit :rows
                        ) as page
                        where conversation.tenant = :tenant and conversation.learner_id = :learner
                          and (cast(:module as text) is null or coalesce(conversation.module, 'none') = :module)
                          and (cast(:channel as text) is null or conversation.channel = :channel)
                        order by page.occurred_at desc, page.id desc
                        limit :rows
                        """)
                .bind("from", filter.occurred().from())
                .bind("to", filter.occurred().to())
                .bind("afterTime", page.instantAfter(0))
                .bind("afterId", page.uuidAfter(1))
                .bind("rows", page.rows())
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("module", filter.module())
                .bind("channel", filter.channel())
                .map((row, _) -> new Turn.Key(learner.tenant(), new TurnId(row.getObject(1, UUID.class))))
                .list());
        Map<Turn.Key, Turn> found = turns.find(keys);
        return keys.stream().map(found::get).toList();
    }
}
