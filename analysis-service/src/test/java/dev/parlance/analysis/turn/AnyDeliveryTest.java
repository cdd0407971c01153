package dev.parlance.analysis.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.consumer.InboundRecord;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// The promise of the analysis: however a day of turns is delivered, the tables are the same, although one day in ten
/// has turns that cannot be stored.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AnyDeliveryTest {
    private static final int SEEDS = Integer.getInteger("parlance.seeds", 100);
    private static final long FIRST_SEED = Long.getLong("parlance.seed", 1L);
    private static final int DAYS_PER_ROUND = 50;
    private static final String[] WORDS = {
        "apple", "banana", "cherry", "date", "elder", "fig", "grape", "honey", "iris", "jam", "kiwi", "lime"
    };

    @Inject
    TurnDelivery delivery;

    @Inject
    Jdbi jdbi;

    @Test
    void anyDeliveryGivesTheSameTables() {
        try (var _ = UnstorableWord.refuse()) {
            compareDeliveries();
        }
    }

    private void compareDeliveries() {
        for (long first = FIRST_SEED; first < FIRST_SEED + SEEDS; first += DAYS_PER_ROUND) {
            List<List<InboundRecord>> ordered = new ArrayList<>();
            List<List<InboundRecord>> shuffled = new ArrayList<>();
            for (long seed = first; seed < first + DAYS_PER_ROUND; seed++) {
                List<SampleTurn> day = day(new Random(seed));
                ordered.add(records("order-" + seed, day));
                shuffled.add(shuffled(new Random(seed * 31), records("seed-" + seed, day)));
            }
            deliver(new Random(first), ordered, 500);
            deliver(new Random(first), shuffled, 150);
            for (long seed = first; seed < first + DAYS_PER_ROUND; seed++) {
                assertThat((List<?>) tables("order-" + seed).get("words")).isNotEmpty();
                assertThat(tables("seed-" + seed)).as("seed %d", seed).isEqualTo(tables("order-" + seed));
            }
        }
    }

    /// A conversation gives each turn its sequence when it arrives.
    @Test
    void turnsThatArriveInAnotherOrderGiveTheSameWords() {
        List<List<InboundRecord>> days = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS_PER_ROUND; seed++) {
            List<SampleTurn> day = day(new Random(seed));
            days.add(ofTenant("arrival-" + seed, day));
            days.add(ofTenant("reversed-" + seed, renumbered(day.reversed())));
        }
        deliver(new Random(FIRST_SEED), days, 150);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS_PER_ROUND; seed++) {
            assertThat(words("arrival-" + seed)).isNotEmpty();
            assertThat(words("reversed-" + seed)).as("seed %d", seed).isEqualTo(words("arrival-" + seed));
        }
    }

    private static List<InboundRecord> ofTenant(String tenant, List<SampleTurn> turns) {
        return turns.stream().map(turn -> turn.ofTenant(tenant).toRecord()).toList();
    }

    private static List<SampleTurn> renumbered(List<SampleTurn> turns) {
        Map<UUID, Integer> sequences = new HashMap<>();
        return turns.stream()
                .map(turn -> turn.withSequence(sequences.merge(turn.conversation(), 1, Integer::sum)))
                .toList();
    }

    /// The words of a tenant and their first uses, without the sequences of these.
    private List<Map<String, Object>> words(String tenant) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select learner_id, lemma, display, count, first_seen_at, first_conversation_id, first_turn_id "
                                + "from vocabulary where tenant = :tenant order by learner_id, lemma")
                .bind("tenant", tenant)
                .mapToMap()
                .list());
    }

    /// A day of 3 to 40 turns of three learners in a few conversations, not always in the order of their instants.
    private static List<SampleTurn> day(Random random) {
        List<SampleTurn> turns = new ArrayList<>();
        Map<UUID, Integer> sequences = new HashMap<>();
        List<UUID> conversations = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            conversations.add(new UUID(random.nextLong(), random.nextLong()));
        }
        boolean unstorable = random.nextInt(10) == 0;
        int count = 3 + Math.min(random.nextInt(38), random.nextInt(38));
        for (int at = 0; at < count; at++) {
            UUID conversation = conversations.get(random.nextInt(conversations.size()));
            String learner = "learner-" + Math.floorMod(conversation.hashCode(), 3);
            Instant when = SampleTurn.NOON.plusSeconds(random.nextInt(20));
            var text = new StringBuilder();
            for (int word = random.nextInt(6); word >= 0; word--) {
                boolean refused = unstorable && random.nextInt(20) == 0;
                text.append(refused ? UnstorableWord.WORD : WORDS[random.nextInt(WORDS.length)])
                        .append(' ');
            }
            turns.add(new SampleTurn(
                    "default",
                    learner,
                    conversation,
                    new UUID(random.nextLong(), random.nextLong()),
                    sequences.merge(conversation, 1, Integer::sum),
                    when,
                    "en",
                    text.toString(),
                    null));
        }
        return turns;
    }

    /// Each turn, and one or two later transcripts of some of them.
    private static List<InboundRecord> records(String tenant, List<SampleTurn> day) {
        List<InboundRecord> records = new ArrayList<>();
        for (SampleTurn turn : day) {
            SampleTurn ofTenant = new SampleTurn(
                    tenant,
                    turn.learner(),
                    turn.conversation(),
                    turn.turn(),
                    turn.sequence(),
                    turn.occurredAt(),
                    turn.language(),
                    turn.learnerText(),
                    turn.replyText());
            var random = new Random(turn.turn().hashCode());
            int transcripts = Math.max(0, random.nextInt(5) - 2);
            boolean audioOnly = transcripts > 0 && random.nextBoolean();
            records.add((audioOnly ? ofTenant.withLearnerText(null) : ofTenant).toRecord());
            for (int revision = 1; revision <= transcripts; revision++) {
                records.add(ofTenant.transcribed(
                        revision, WORDS[random.nextInt(WORDS.length)] + " " + ofTenant.learnerText()));
            }
        }
        return records;
    }

    /// The records duplicated, replayed and in another order.
    private static List<InboundRecord> shuffled(Random random, List<InboundRecord> day) {
        List<InboundRecord> delivered = new ArrayList<>(day);
        for (InboundRecord record : day) {
            if (random.nextInt(4) == 0) {
                delivered.add(record);
            }
        }
        Collections.shuffle(delivered, random);
        delivered.addAll(day.subList(0, random.nextInt(day.size())));
        return delivered;
    }

    /// Several days at once, interleaved, in batches of any size: each day keeps its own order of delivery.
    private void deliver(Random random, List<List<InboundRecord>> days, int maxBatch) {
        List<InboundRecord> all = new ArrayList<>();
        List<List<InboundRecord>> left =
                new ArrayList<>(days.stream().map(ArrayList::new).toList());
        while (!left.isEmpty()) {
            List<InboundRecord> day = left.get(random.nextInt(left.size()));
            all.add(day.removeFirst());
            left.removeIf(List::isEmpty);
        }
        for (int at = 0; at < all.size(); ) {
            int size = Math.min(1 + random.nextInt(maxBatch), all.size() - at);
            delivery.receive(all.subList(at, at + size));
            at += size;
        }
    }

    /// All rows derived for a tenant, in a comparable form, without revisions and times of the analysis.
    private Map<String, Object> tables(String tenant) {
        return jdbi.withHandle(handle -> {
            Map<String, Object> tables = new TreeMap<>();
            tables.put(
                    "turns",
                    handle
                            .createQuery(
                                    "select turn_id, learner_id, conversation_id, status, recorded, facts, jobs::text from analyzed_turn "
                                            + "where tenant = :tenant order by turn_id")
                            .bind("tenant", tenant)
                            .mapToMap()
                            .list()
                            .stream()
                            .map(row -> row.toString().replace(tenant, "tenant"))
                            .toList());
            tables.put(
                    "words",
                    handle.createQuery("select learner_id, language, lemma, display, surface, count, first_seen_at, "
                                    + "first_conversation_id, first_sequence, first_turn_id, last_seen_at from vocabulary "
                                    + "where tenant = :tenant order by learner_id, lemma")
                            .bind("tenant", tenant)
                            .mapToMap()
                            .list());
            tables.put(
                    "highlights",
                    handle.createQuery(
                                    "select turn_id, occurred_at, highlight_types::text, cardinality(highlight_ids) as number "
                                            + "from analyzed_turn where tenant = :tenant and highlight_ids is not null "
                                            + "order by turn_id")
                            .bind("tenant", tenant)
                            .map((row, _) ->
                                    List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                            .list());
            return tables;
        });
    }
}
