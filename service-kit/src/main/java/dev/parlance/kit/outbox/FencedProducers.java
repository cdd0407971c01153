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
        // Budgets, from the inside out: a call of the coordinator 4 s, a request 4 s, a delivery with its
        // retries 9 s, a transaction 30 s. They are also how soon a connection that lost bytes is given up; one that
        // nobody uses is closed before anybody can wait for it in vain.
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
