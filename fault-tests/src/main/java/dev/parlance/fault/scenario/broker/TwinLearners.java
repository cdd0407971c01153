package dev.parlance.fault.scenario.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.fault.load.TurnLoad;
import dev.parlance.fault.run.FaultRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Two learners who say the same at the same times, and whose conversations arrive in opposite orders.
final class TwinLearners {
    private static final Instant FIRST_TURN_AT = Instant.parse("2026-11-02T08:00:00Z");
    private static final int TURNS_PER_CONVERSATION = 3;

    private final FaultRun run;
    private final TurnLoad load;

    TwinLearners(FaultRun run, TurnLoad load) {
        this.run = run;
        this.load = load;
    }

    /// Returns when all turns of both are accepted.
    void sendTurns() throws InterruptedException {
        sendConversations("twin-a", List.of(0, 1, 2, 3));
        List<Integer> backwards = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.reverse(backwards);
        sendConversations("twin-b", backwards);
    }

    /// To be called when all is at rest.
    void compare() {
        Set<String> one = derivedRows("twin-a");
        Set<String> other = derivedRows("twin-b");
        run.require(!one.isEmpty() && one.equals(other), "order of arrival shows: %s and %s".formatted(one, other));
        run.recordProof("figures that are the same whatever the order of arrival", one.size());
    }

    private void sendConversations(String twin, List<Integer> order) throws InterruptedException {
        for (int conversation : order) {
            UUID id = UUID.nameUUIDFromBytes((twin + run.seed() + conversation).getBytes(UTF_8));
            for (int turn = 0; turn < TURNS_PER_CONVERSATION; turn++) {
                run.require(load.send(twinTurn(twin, id, conversation, turn)), "a twin's turn was refused");
            }
        }
    }

    private SimulatedTurn twinTurn(String twin, UUID id, int conversation, int turn) {
        return new SimulatedTurn(
                UUID.nameUUIDFromBytes((id + "/" + turn).getBytes(UTF_8)),
                id,
                run.prefix() + "-" + twin,
                run.prefix().toLowerCase(Locale.ROOT),
                "app",
                "Europe/Rome",
                List.of("w%05d".formatted(turn), "w%05d".formatted(turn + conversation), "w00007"),
                List.of("w00008"),
                FIRST_TURN_AT.plusSeconds(conversation * 50_000L + turn * 10L),
                1000);
    }

    private Set<String> derivedRows(String twin) {
        String learner = run.prefix() + "-" + twin;
        List<String> all = new ArrayList<>(run.readOnlySql().query("""
            select concat_ws('|', date, turns, conversations, learner_words, unique_words, new_words, speaking_ms,
                             highlights, by_module, by_channel, first_turn_at, last_turn_at)
            from summary.learner_day where learner_id = ?
            """, row -> row.getString(1), learner));
        all.addAll(run.readOnlySql().query("""
            select concat_ws('|', lemma, display, surface, count, first_seen_at, last_seen_at)
            from analysis.vocabulary where learner_id = ?
            """, row -> row.getString(1), learner));
        return Set.copyOf(all);
    }
}
