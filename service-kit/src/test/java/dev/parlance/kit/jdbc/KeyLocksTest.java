package dev.parlance.kit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class KeyLocksTest {
    private static final List<String> LEARNERS =
            IntStream.range(0, 500).mapToObj(at -> "default/learner-" + at).toList();

    @Inject
    KeyLocks locks;

    @Inject
    Jdbi jdbi;

    @Test
    void aTransactionHoldsAtMostFortyEightLocksHoweverManyKeysItLocks() {
        QuarkusTransaction.requiringNew().run(() -> {
            locks.acquire("learner", LEARNERS);
            assertThat(heldLocks()).isBetween(1L, 48L);
        });
        assertThat(heldLocks()).isZero();
    }

    @Test
    void aKeyIsLockedByOneTransactionAtATime() {
        QuarkusTransaction.requiringNew().run(() -> {
            locks.acquire("learner", List.of("default/anna"));
            assertThatThrownBy(() -> acquireInAnotherTransaction("learner", "default/anna"))
                    .satisfies(failure ->
                            assertThat(TransientFailure.isTransient(failure)).isTrue());
        });
        acquireInAnotherTransaction("learner", "default/anna");
    }

    @Test
    void kindsDoNotShareLocks() {
        QuarkusTransaction.requiringNew().run(() -> {
            locks.acquire("learner", List.of("default/anna"));
            acquireInAnotherTransaction("module", "default/anna");
        });
    }

    @Test
    void keysOfDifferentPartitionsNeverShareALock() {
        for (int partitions : new int[] {1, 2, 3, 4, 6, 8, 12, 16, 24, 48}) {
            assertThat(LEARNERS).allSatisfy(key -> assertThat(KeyLocks.slot(key) % partitions)
                    .isEqualTo(Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions));
        }
    }

    private void acquireInAnotherTransaction(String kind, String key) {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.execute("set local lock_timeout = '200ms'"));
            locks.acquire(kind, List.of(key));
        });
    }

    private long heldLocks() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                .mapTo(Long.class)
                .one());
    }
}
