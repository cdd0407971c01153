package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.PublishedTurns;
import dev.parlance.conversation.operations.reconciliation.UnanalysedTurns.NextCheck;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks unanalysed turns that are due: removes those that have been analysed by now, publishes the events of those
/// again that the analysis has read and not analysed, a bounded number of times, and schedules the next check of the
/// rest.
@ApplicationScoped
class ReannounceTurns {
    /// The header of an event that is published again because no analysis of its turn is known. A consumer that knows
    /// the turn may publish its result again, because that result may have been lost.
    private static final String REANNOUNCED_HEADER = "ce_again";

    private final DueTurns dueTurns;
    private final UnanalysedTurns unanalysed;
    private final PublishedTurns publishedTurns;
    private final Outbox outbox;
    private final ReconciliationConfig config;
    private final Clock clock;

    ReannounceTurns(
            DueTurns dueTurns,
            UnanalysedTurns unanalysed,
            PublishedTurns publishedTurns,
            Outbox outbox,
            ReconciliationConfig config,
            Clock clock) {
        this.dueTurns = dueTurns;
        this.unanalysed = unanalysed;
        this.publishedTurns = publishedTurns;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /// @param due         turns that were checked
    /// @param reannounced turns whose events were published again
    record ReannounceResult(int due, int reannounced) {}

    /// @param readUntil the analysis has read all events recorded before this
    @Transactional
    ReannounceResult reannounceDue(Instant readUntil, int limit) {
        Instant now = clock.instant();
        List<UnanalysedTurn> due = dueTurns.lock(readUntil, now, limit);
        List<UnanalysedTurn> forgotten = new ArrayList<>();
        List<NextCheck> checks = new ArrayList<>();
        for (UnanalysedTurn turn : due) {
            if (turn.needsReannouncement(readUntil)) {
                forgotten.add(turn);
                checks.add(new NextCheck(turn, true, turn.nextCheckAt(config.reannounceAfter(), now)));
            } else if (!turn.analysed()) {
                checks.add(new NextCheck(turn, false, now.plus(config.reannounceAfter())));
            }
        }
        unanalysed.deleteAnalysed(due.stream().filter(UnanalysedTurn::analysed).toList());
        unanalysed.scheduleChecks(checks);
        reannounce(forgotten);
        return new ReannounceResult(due.size(), forgotten.size());
    }

    private void reannounce(List<UnanalysedTurn> forgotten) {
        Map<String, List<TurnId>> byTenant = forgotten.stream()
                .collect(Collectors.groupingBy(
                        UnanalysedTurn::tenant, Collectors.mapping(UnanalysedTurn::id, Collectors.toList())));
        byTenant.forEach((tenant, turns) -> outbox.append(publishedTurns.findByIds(tenant, turns).stream()
                .flatMap(turn -> turn.events().stream())
                .map(ReannounceTurns::withReannouncedHeader)
                .toList()));
    }

    private static OutboxRecord withReannouncedHeader(OutboxRecord event) {
        Map<String, String> headers = new LinkedHashMap<>(event.headers());
        headers.put(REANNOUNCED_HEADER, "true");
        return new OutboxRecord(event.topic(), event.key(), headers, event.value());
    }
}
