package dev.parlance.kit.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Opens the relay's producers: transactional under one id per service, so that opening one fences every earlier
/// one.
@ApplicationScoped
class FencedProducers {
    private static final int LARGEST_RECORD = 8 << 20;
    private static final int LARGE_BATCH = 128 << 10;

    private final Map<String, Object> settings = new HashMap<>();

    FencedProducers(@Identifier("default-kafka-broker") Map<String, Object> broker, ServiceConfig service) {
        settings.putAll(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service.topicPrefix() + service.name() + "-relay");
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service.name() + "-relay");
        // A turn of 8,000 characters that are all new words makes an event larger than the client's default of 1 MiB.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // A round has about a megabyte for some partitions: few large batches cost the broker less than many small.
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, LARGE_BATCH);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Budgets, from the inside out. A broker has 4 s to answer a request; then the connection is given up, which is
        // also how one that lost bytes is found out. The relay waits 4 s at most for each call that blocks: for
        // metadata, and for the coordinator when a transaction commits or aborts. A record has 9 s with its retries, a
        // transaction 30 s. A connection that nobody uses is closed before anybody can wait for it in vain.
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
