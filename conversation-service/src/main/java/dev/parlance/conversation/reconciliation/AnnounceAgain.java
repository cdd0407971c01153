package dev.parlance.conversation.reconciliation;

import dev.parlance.contract.TurnId;
import dev.parlance.conversation.reconciliation.UnanalysedTurns.Look;
import dev.parlance.conversation.turn.RecordedTurns;
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

/// Turns are due that nobody had analysed: let go of those that have been by now, announce those again that were
/// forgotten, and look at the rest later.
@ApplicationScoped
class AnnounceAgain {
    /// Tells readers that the event was announced before and seems to have been forgotten: whoever knows the turn
    /// may say again what came of it, for that may be what was lost.
    private static final String AGAIN = "ce_again";

    private final UnanalysedTurns unanalysed;
    private final RecordedTurns recorded;
    private final Outbox outbox;
    private final UnanalysedConfig config;
    private final Clock clock;

    AnnounceAgain(
            UnanalysedTurns unanalysed, RecordedTurns recorded, Outbox outbox, UnanalysedConfig config, Clock clock) {
        this.unanalysed = unanalysed;
        this.recorded = recorded;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /// @param due       how many were looked at
    /// @param announced how many were announced again
    record Result(int due, int announced) {}

    /// @param readUntil the analysis has read whatever was recorded before this
    @Transactional
    Result some(Instant readUntil, int limit) {
        Instant now = clock.instant();
        List<UnanalysedTurn> due = unanalysed.due(readUntil, now, limit);
        List<UnanalysedTurn> forgotten = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (UnanalysedTurn turn : due) {
            if (turn.isForgotten(readUntil)) {
                forgotten.add(turn);
                looks.add(new Look(turn, true, turn.nextLook(config.after(), now)));
            } else if (!turn.analysed()) {
                looks.add(new Look(turn, false, now.plus(config.after())));
            }
        }
        unanalysed.settle(due.stream().filter(UnanalysedTurn::analysed).toList());
        unanalysed.lookAgain(looks);
        announce(forgotten);
        return new Result(due.size(), forgotten.size());
    }

    private void announce(List<UnanalysedTurn> forgotten) {
        Map<String, List<TurnId>> byTenant = forgotten.stream()
                .collect(Collectors.groupingBy(
                        UnanalysedTurn::tenant, Collectors.mapping(UnanalysedTurn::id, Collectors.toList())));
        byTenant.forEach((tenant, turns) -> outbox.append(recorded.byId(tenant, turns).stream()
                .flatMap(turn -> turn.events().stream())
                .map(AnnounceAgain::again)
                .toList()));
    }

    private static OutboxRecord again(OutboxRecord event) {
        Map<String, String> headers = new LinkedHashMap<>(event.headers());
        headers.put(AGAIN, "true");
        return new OutboxRecord(event.topic(), event.key(), headers, event.value());
    }
}
