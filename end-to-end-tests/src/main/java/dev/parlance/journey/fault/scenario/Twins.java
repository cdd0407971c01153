package dev.parlance.journey.fault.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.ledger.Said;
import dev.parlance.journey.fault.load.Load;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Two learners who say the same at the same times, and whose conversations arrive in opposite orders.
final class Twins {
    private static final Instant FIRST = Instant.parse("2026-11-02T08:00:00Z");
    private static final int TURNS = 3;

    private final FaultRun run;
    private final Load load;

    Twins(FaultRun run, Load load) {
        this.run = run;
        this.load = load;
    }

    /// Returns when both have said everything.
    void talk() throws InterruptedException {
        say("twin-a", List.of(0, 1, 2, 3));
        List<Integer> backwards = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.reverse(backwards);
        say("twin-b", backwards);
    }

    /// To be called when all is at rest.
    void compare() {
        Set<String> one = derived("twin-a");
        Set<String> other = derived("twin-b");
        run.require(!one.isEmpty() && one.equals(other), "order of arrival shows: %s and %s".formatted(one, other));
        run.proof("figures that are the same whatever the order of arrival", one.size());
    }

    private void say(String twin, List<Integer> order) throws InterruptedException {
        for (int conversation : order) {
            UUID id = UUID.nameUUIDFromBytes((twin + run.seed() + conversation).getBytes(UTF_8));
            for (int turn = 0; turn < TURNS; turn++) {
                run.require(load.say(said(twin, id, conversation, turn)), "a twin's turn was refused");
            }
        }
    }

    private Said said(String twin, UUID id, int conversation, int turn) {
        return new Said(
                UUID.nameUUIDFromBytes((id + "/" + turn).getBytes(UTF_8)),
                id,
                run.prefix() + "-" + twin,
                run.prefix().toLowerCase(Locale.ROOT),
                "app",
                "Europe/Rome",
                List.of("w%05d".formatted(turn), "w%05d".formatted(turn + conversation), "w00007"),
                List.of("w00008"),
                FIRST.plusSeconds(conversation * 50_000L + turn * 10L),
                1000);
    }

    private Set<String> derived(String twin) {
        String learner = run.prefix() + "-" + twin;
        List<String> all = new ArrayList<>(run.checker().rows("""
            select concat_ws('|', date, turns, conversations, learner_words, unique_words, new_words, speaking_ms,
                             highlights, by_module, by_channel, first_turn_at, last_turn_at)
            from summary.learner_day where learner_id = ?
            """, row -> row.getString(1), learner));
        all.addAll(run.checker().rows("""
            select concat_ws('|', lemma, display, surface, count, first_seen_at, last_seen_at)
            from analysis.vocabulary where learner_id = ?
            """, row -> row.getString(1), learner));
        return Set.copyOf(all);
    }
}
