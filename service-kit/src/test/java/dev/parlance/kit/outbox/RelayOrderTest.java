package dev.parlance.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.testing.MigrationDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Random interleavings of transactions that append to the outbox and of the relay's rounds, on a real database: for
/// each key, records are sent in the order of their commits. 1,000 in each build, 10,000 with `-Pfull`.
class RelayOrderTest {
    private static final int SEEDS = 10 * Integer.getInteger("parlance.seeds", 100);
    private static final int WRITERS = 4;
    private static final int STEPS = 40;
    private static final List<String> KEYS = List.of("one", "two");
    private static final long MAX_BYTES = 1 << 20;

    private static MigrationDatabase database;
    private static List<Handle> connections;
    private static Outbox outbox;

    @BeforeAll
    static void open() throws SQLException {
        database = MigrationDatabase.atVersion("analysis", "latest");
        connections = IntStream.range(0, WRITERS)
                .mapToObj(_ -> database.jdbi().open())
                .toList();
        Connection relay = database.jdbi().open().getConnection();
        outbox = new Outbox(Jdbi.create(relay), null, null);
    }

    @AfterAll
    static void close() {
        connections.forEach(Handle::close);
        database.close();
    }

    @Test
    void recordsOfAKeyAreSentInTheOrderOfTheirCommits() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var run = new Interleaving(seed);
            run.run();
            assertThat(run.sent).as("seed %d", seed).isEqualTo(run.committed);
        }
    }

    private static final class Interleaving {
        private final Random random;
        private final LowWatermark watermark = new LowWatermark();
        private final Map<String, Integer> lastRevision = new HashMap<>();
        private final List<Writer> writers;
        private final Map<String, List<String>> committed = new HashMap<>();
        private final Map<String, List<String>> sent = new HashMap<>();

        Interleaving(int seed) {
            this.random = new Random(seed);
            this.writers = connections.stream()
                    .map(connection -> new Writer(this, connection))
                    .toList();
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                int chosen = random.nextInt(WRITERS + 2);
                if (chosen < WRITERS) {
                    writers.get(chosen).step();
                } else {
                    relayRound(1 + random.nextInt(5), writers.get(random.nextInt(WRITERS))::step);
                }
                if (random.nextInt(20) == 0) {
                    watermark.reset(); // another instance takes the lease
                }
            }
            writers.forEach(Writer::finish);
            while (relayRound(500, () -> {})) {
                assertThat(committed).isNotEmpty();
            }
        }

        private boolean relayRound(int limit, Runnable afterScan) {
            OutboxBatch batch = outbox.findOldest(watermark.scanAfter(), limit, MAX_BYTES);
            watermark.settle(batch);
            if (batch.rows().isEmpty()) {
                return false;
            }
            for (OutboxRow row : batch.rows()) {
                sent.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(new String(row.value(), UTF_8));
            }
            afterScan.run();
            long deletedBy = outbox.delete(batch.rows());
            watermark.observe(batch.rows(), deletedBy);
            return true;
        }
    }

    /// One connection: begins, locks a key that is free, appends revisions of it, commits or rolls back.
    private static final class Writer {
        private final Interleaving run;
        private final Handle connection;
        private final List<String> appended = new ArrayList<>();
        private String key;
        private boolean open;

        Writer(Interleaving run, Handle connection) {
            this.run = run;
            this.connection = connection;
        }

        void step() {
            if (!open) {
                connection.begin();
                open = true;
            } else if (key == null) {
                lockIfFree(KEYS.get(run.random.nextInt(KEYS.size())));
            } else if (run.random.nextInt(3) > 0) {
                append(1 + run.random.nextInt(3));
            } else if (run.random.nextInt(4) > 0) {
                finish();
            } else {
                connection.rollback();
                reset();
            }
        }

        void finish() {
            if (open) {
                connection.commit();
                if (!appended.isEmpty()) {
                    run.committed.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(appended);
                }
                reset();
            }
        }

        private void lockIfFree(String wanted) {
            boolean free = connection
                    .createQuery("select pg_try_advisory_xact_lock(hashtext(:key))")
                    .bind("key", wanted)
                    .mapTo(Boolean.class)
                    .one();
            if (free) {
                key = wanted;
            }
        }

        private void append(int count) {
            List<OutboxRecord> records = IntStream.range(0, count)
                    .mapToObj(_ -> "revision " + run.lastRevision.merge(key, 1, Integer::sum))
                    .map(revision -> new OutboxRecord("topic", key, Map.of(), revision.getBytes(UTF_8)))
                    .toList();
            records.forEach(record -> appended.add(new String(record.value(), UTF_8)));
            Outbox.insert(connection, records);
        }

        private void reset() {
            open = false;
            key = null;
            appended.clear();
        }
    }
}
