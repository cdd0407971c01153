package dev.parlance.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.kit.testing.TopicReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class OutboxTest {
    private static final String TOPIC = "parlance.analysis-events";

    /// A service with another name.
    private record FencingService(String name, String topicPrefix) implements ServiceConfig {}

    @Inject
    Outbox outbox;

    @Inject
    FencedProducers producers;

    @Inject
    Quarantine quarantine;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void refusesToBeUsedOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(List.of(record("nobody", "x")))).hasMessageContaining("ransaction");
    }

    @Test
    void rolledBackRecordsAreNeverSentAndCommittedOnesAreSentInOrder() {
        // Given
        String key = "default/" + UUID.randomUUID();
        QuarkusTransaction.begin();
        outbox.append(List.of(record(key, "rolled back")));
        QuarkusTransaction.rollback();
        // When
        List<String> values =
                IntStream.range(0, 700).mapToObj(at -> "record " + at).toList();
        for (int at = 0; at < values.size(); at += 70) {
            List<String> part = values.subList(at, at + 70);
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(
                            part.stream().map(one -> record(key, one)).toList()));
        }
        // Then
        awaitEmpty();
        assertThat(values(key)).isEqualTo(values);
    }

    @Test
    void everyRecordCarriesATrace() {
        String key = "default/" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(record(key, "traced"))));
        awaitEmpty();
        String traceparent = new String(
                sent(key).getFirst().headers().lastHeader("traceparent").value(), UTF_8);
        assertThat(traceparent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void recordsSentAreCountedByTopic() {
        Counter sent = metrics.counter("parlance.relay.sent.records", "topic", TOPIC);
        double before = sent.count();
        String key = "default/" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(record(key, "one"), record(key, "two"))));
        awaitEmpty();
        assertThat(sent.count() - before).isEqualTo(2);
    }

    @Test
    void aRecordThatTheBrokerNeverAcceptsIsQuarantinedAndItsNeighboursAreSent() {
        // Given
        String key = "default/" + UUID.randomUUID();
        List<OutboxRecord> records = List.of(
                record(key, "before"),
                new OutboxRecord(TOPIC, key, Map.of("ce_type", "large"), new byte[9 << 20]),
                record(key, "after"));
        // When
        QuarkusTransaction.requiringNew().run(() -> outbox.append(records));
        // Then
        awaitEmpty();
        assertThat(values(key)).containsExactly("before", "after");
        assertThat(jdbi.<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select reason from quarantine where key = :key and partition = -1")
                        .bind("key", key)
                        .mapTo(String.class)
                        .list()))
                .containsExactly("larger than the broker takes");
    }

    @Test
    void aRecordLargerThanASegmentOfItsTopicIsQuarantinedAndItsNeighboursAreSent() throws Exception {
        // Given a topic that takes large records, and whose segments are small
        String topic = "small-segments-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)
                            .configs(Map.of("segment.bytes", "1048576", "max.message.bytes", "8388608"))))
                    .all()
                    .get();
        }
        byte[] large = new byte[2 << 20];
        new Random(1).nextBytes(large);
        String key = "default/" + UUID.randomUUID();
        // When
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(
                        new OutboxRecord(topic, key, Map.of(), "before".getBytes(UTF_8)),
                        new OutboxRecord(topic, key, Map.of(), large),
                        new OutboxRecord(topic, key, Map.of(), "after".getBytes(UTF_8)))));
        // Then
        awaitEmpty();
        assertThat(TopicReader.readAll(kafka, topic, _ -> true))
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactly("before", "after");
        assertThat(countQuarantined(key)).isEqualTo(1);
    }

    private int countQuarantined(String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from quarantine where key = :key and partition = -1")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aNewProducerFencesOneThatWasOnlySlow() throws Exception {
        // Given a service of another name, so that the running relay is left alone
        var others =
                new FencedProducers(Map.of("bootstrap.servers", kafka), new FencingService("fencing", "parlance."));
        String key = "default/" + UUID.randomUUID();
        FencedProducer slow = others.open();
        slow.begin();
        slow.awaitAcknowledgements(List.of(slow.send(new OutboxRow(1, TOPIC, key, "", "old".getBytes(UTF_8)))));
        // When
        FencedProducer successor = others.open();
        successor.begin();
        var _ = successor.send(new OutboxRow(2, TOPIC, key, "", "new".getBytes(UTF_8)));
        successor.commit();
        // Then
        assertThatThrownBy(slow::commit).isInstanceOf(KafkaException.class);
        assertThat(values(key)).containsExactly("new");
        slow.close();
        successor.close();
    }

    private static OutboxRecord record(String key, String value) {
        return new OutboxRecord(TOPIC, key, Map.of("ce_type", "test"), value.getBytes(UTF_8));
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(jdbi.<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("select count(*) from outbox")
                                        .mapTo(Integer.class)
                                        .one()))
                        .isZero());
    }

    private List<String> values(String key) {
        return sent(key).stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> sent(String key) {
        return TopicReader.readAll(kafka, TOPIC, record -> key.equals(record.key()));
    }
}
