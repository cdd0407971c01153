package dev.parlance.analysis.highlight;

import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All highlights. Queries are written here and nowhere else.
@ApplicationScoped
public class Highlights {
    private final Jdbi jdbi;

    Highlights(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A highlight as it is stored and shown.
    public record Highlight(
            UUID id,
            String type,
            String learnerId,
            UUID conversationId,
            UUID turnId,
            Instant occurredAt,
            String description,
            String excerpt) {}

    /// What a list is narrowed down to; null where it is not.
    record Filter(String learnerId, UUID conversationId, String type, InstantRange occurred) {}

    /// Stores highlights; one that stands already stays.
    public void put(String tenant, Collection<Highlight> highlights) {
        if (highlights.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into highlight (tenant, id, type, learner_id, conversation_id, turn_id, occurred_at, description,
                                           excerpt)
                    values (:tenant, :id, :type, :learner, :conversation, :turn, :occurredAt, :description, :excerpt)
                    on conflict (tenant, id) do nothing
                    """);
            for (Highlight highlight : highlights) {
                rows.bind("tenant", tenant)
                        .bind("id", highlight.id())
                        .bind("type", highlight.type())
                        .bind("learner", highlight.learnerId())
                        .bind("conversation", highlight.conversationId())
                        .bind("turn", highlight.turnId())
                        .bind("occurredAt", highlight.occurredAt())
                        .bind("description", highlight.description())
                        .bind("excerpt", highlight.excerpt())
                        .add();
            }
            rows.execute();
        });
    }

    public void remove(String tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("delete from highlight where tenant = :tenant and id = any(:ids)")
                .bind("tenant", tenant)
                .bind("ids", ids.toArray(UUID[]::new))
                .execute());
    }

    /// Newest first.
    List<Highlight> list(String tenant, Filter filter, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, type, learner_id, conversation_id, turn_id, occurred_at, description, excerpt
                        from highlight
                        where tenant = :tenant
                          and (cast(:learner as text) is null or learner_id = :learner)
                          and (cast(:conversation as uuid) is null or conversation_id = :conversation)
                          and (cast(:type as text) is null or type = :type)
                          and (cast(:from as timestamptz) is null or occurred_at >= :from)
                          and (cast(:to as timestamptz) is null or occurred_at < :to)
                          and (cast(:afterTime as timestamptz) is null
                               or (occurred_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid)))
                        order by occurred_at desc, id desc
                        limit :rows
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
                .map((row, _) -> new Highlight(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        row.getString(8)))
                .list());
    }
}
