package dev.parlance.kit.consumer;

import dev.parlance.kit.jdbc.TransientFailure;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/// The incoming Kafka channels of this service.
@ApplicationScoped
class ConsumerChannels {
    private static final Logger LOG = Logger.getLogger(ConsumerChannels.class);
    private static final Duration PAUSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaClientService clients;

    ConsumerChannels(KafkaClientService clients) {
        this.clients = clients;
    }

    /// Stops polling; does not wait for a broker that is unavailable.
    void pauseAll() {
        for (String channel : clients.getConsumerChannels()) {
            for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
                try {
                    consumer.pause().await().atMost(PAUSE_TIMEOUT);
                } catch (RuntimeException e) {
                    LOG.debugf("event=channel-not-paused channel=%s cause=%s", channel, TransientFailure.brief(e));
                }
            }
        }
    }
}
