package dev.parlance.kit.outbox;

import dev.parlance.kit.ServiceConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Opens the producers of the relay. All of a service have one transactional id, so that opening one fences the
/// earlier ones.
@ApplicationScoped
class FencedProducers {
    private static final int MAX_REQUEST_BYTES = 8 << 20;
    private static final int BATCH_BYTES = 128 << 10;

    private final Map<String, Object> settings = new HashMap<>();

    FencedProducers(@Identifier("default-kafka-broker") Map<String, Object> broker, ServiceConfig service) {
        settings.putAll(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service.topicPrefix() + service.name() + "-relay");
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service.name() + "-relay");
        // A turn of 8,000 characters that are all new words makes an event larger than the client's default of 1
        // MiB.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // A batch has about 1 MB for some partitions: few large requests cost the broker less than many small ones.
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Timeouts, from the inside out. A broker has 4 s to answer a request; then the connection is closed, which
        // also detects a connection that has lost data. A call that blocks, for metadata or at the end of a
        // transaction, waits at most 4 s. A record has 9 s with its retries, a transaction 30 s. An idle connection
        // is closed before a request can wait on it in vain.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
    }

    FencedProducer open() {
        var producer =
                new FencedProducer(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
        producer.fencePredecessors();
        return producer;
    }
}
