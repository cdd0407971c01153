package dev.parlance.kit.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class BatchConsumerTest {
    @Inject
    BatchConsumer consumer;

    @Inject
    FailedAttempts failedAttempts;

    @Inject
    Jdbi jdbi;

    private final List<String> applied = new ArrayList<>();

    @Test
    void aRecordThatCannotBeAppliedIsQuarantinedAndItsNeighboursAreApplied() {
        // Given
        String topic = "topic-" + UUID.randomUUID();
        // When
        consumer.consume(batch(topic, 20), receiver(topic, value -> {
            if (value.equals("7")) {
                throw new IllegalStateException("permanent");
            }
        }));
        // Then
        assertThat(applied).hasSize(19).doesNotContain("7").containsSubsequence("6", "8");
        assertThat(quarantinedOffsets(topic)).containsExactly(7L);
    }

    @Test
    void aRecordThatItsReceiverStoresAsFailedIsNotQuarantined() {
        // Given
        String topic = "topic-" + UUID.randomUUID();
        List<String> failed = new ArrayList<>();
        BatchReceiver receiver = new FailingReceiver(topic, record -> {
            failed.add(new String(record.value(), UTF_8));
            return true;
        });
        // When
        consumer.consume(batch(topic, 20), receiver);
        // Then
        assertThat(failed).containsExactly("7");
        assertThat(applied).hasSize(19).doesNotContain("7");
        assertThat(quarantinedOffsets(topic)).isEmpty();
    }

    @Test
    void aRecordThatCannotEvenBeStoredAsFailedIsQuarantined() {
        // Given
        String topic = "topic-" + UUID.randomUUID();
        BatchReceiver receiver = new FailingReceiver(topic, _ -> {
            throw new IllegalStateException("permanent, too");
        });
        // When
        consumer.consume(batch(topic, 20), receiver);
        // Then
        assertThat(quarantinedOffsets(topic)).containsExactly(7L);
    }

    /// Never applies the record 7.
    private final class FailingReceiver implements BatchReceiver {
        private final BatchReceiver others;
        private final Predicate<InboundRecord> asFailed;

        FailingReceiver(String topic, Predicate<InboundRecord> asFailed) {
            this.asFailed = asFailed;
            this.others = receiver(topic, value -> {
                if (value.equals("7")) {
                    throw new IllegalStateException("permanent");
                }
            });
        }

        @Override
        public String topic() {
            return others.topic();
        }

        @Override
        public void apply(List<InboundRecord> batch) {
            others.apply(batch);
        }

        @Override
        public boolean applyAsFailed(InboundRecord record, String cause) {
            assertThat(cause).isEqualTo("IllegalStateException");
            return asFailed.test(record);
        }
    }

    @Test
    void aTransientFailureIsRetriedAndQuarantinesNothing() {
        // Given a database that is unavailable for three attempts
        String topic = "topic-" + UUID.randomUUID();
        int[] tries = {0};
        // When
        consumer.consume(batch(topic, 5), receiver(topic, _ -> {
            if (++tries[0] <= 3) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
        }));
        // Then
        assertThat(applied).containsExactly("0", "1", "2", "3", "4");
        assertThat(quarantinedOffsets(topic)).isEmpty();
    }

    @Test
    void aBatchThatIsAlwaysTooSlowIsAppliedInHalves() {
        // Given a database that gives up a statement for more than two records
        String topic = "topic-" + UUID.randomUUID();
        List<Integer> failures = new ArrayList<>();
        // When
        consumer.consume(batch(topic, 4), batches(topic, batch -> {
            failures.add(failedAttempts.max(topic));
            if (batch.size() > 2) {
                throw new IllegalStateException(new SQLException("canceling statement", "57014"));
            }
        }));
        // Then
        assertThat(applied).containsExactly("0", "1", "2", "3");
        assertThat(quarantinedOffsets(topic)).isEmpty();
        assertThat(failures).startsWith(0, 1, 2).endsWith(0);
        assertThat(failedAttempts.max(topic)).isZero();
    }

    @Test
    void afterAnOutageABatchThatWasHalvedGrowsAgain() {
        // Given a database that is away until the batch has been halved twice
        String topic = "topic-" + UUID.randomUUID();
        List<Integer> sizes = new ArrayList<>();
        // When
        consumer.consume(batch(topic, 8), batches(topic, batch -> {
            if (batch.size() > 2 && sizes.isEmpty()) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
            sizes.add(batch.size());
        }));
        // Then
        assertThat(sizes).containsExactly(2, 4, 2);
        assertThat(applied).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void aSingleRecordThatFailsTransientlyIsTriedUntilItIsApplied() {
        // Given more failures than a larger batch is given
        String topic = "topic-" + UUID.randomUUID();
        int[] tries = {0};
        // When
        consumer.consume(batch(topic, 1), receiver(topic, _ -> {
            if (++tries[0] <= 6) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
        }));
        // Then
        assertThat(applied).containsExactly("0");
        assertThat(quarantinedOffsets(topic)).isEmpty();
    }

    @Test
    void aRecordThatAlwaysFailsIsFoundInFewTransactions() {
        // Given
        String topic = "topic-" + UUID.randomUUID();
        int[] transactions = {0};
        // When
        consumer.consume(batch(topic, 512), batches(topic, batch -> {
            transactions[0]++;
            if (batch.contains("300")) {
                throw new IllegalStateException("permanent");
            }
        }));
        // Then halving 512 nine times asks for two tries each
        assertThat(transactions[0]).isEqualTo(1 + 2 * 9);
        assertThat(quarantinedOffsets(topic)).containsExactly(300L);
        assertThat(applied).hasSize(511);
    }

    private BatchReceiver receiver(String topic, Consumer<String> check) {
        return batches(topic, values -> values.forEach(check));
    }

    /// @param check takes the values of a batch, and refuses it by an exception
    private BatchReceiver batches(String topic, Consumer<List<String>> check) {
        return new BatchReceiver() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public void apply(List<InboundRecord> batch) {
                List<String> values = batch.stream()
                        .map(record -> new String(record.value(), UTF_8))
                        .toList();
                check.accept(values);
                applied.addAll(values);
            }
        };
    }

    private static ConsumerRecords<String, byte[]> batch(String topic, int records) {
        var partition = new TopicPartition(topic, 0);
        return new ConsumerRecords<>(
                Map.of(
                        partition,
                        IntStream.range(0, records)
                                .mapToObj(at -> new ConsumerRecord<>(
                                        topic,
                                        0,
                                        at,
                                        "key",
                                        Integer.toString(at).getBytes(UTF_8)))
                                .toList()),
                Map.of());
    }

    private List<Long> quarantinedOffsets(String topic) {
        return jdbi.withHandle(handle -> handle.createQuery("select \"offset\" from quarantine where topic = :topic")
                .bind("topic", topic)
                .mapTo(Long.class)
                .list());
    }
}
