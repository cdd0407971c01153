package dev.parlance.kit.intake;

import dev.parlance.kit.problem.TransientFailure;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/// The channels that this service reads.
@ApplicationScoped
class Channels {
    private static final Logger LOG = Logger.getLogger(Channels.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClientService clients;

    Channels(KafkaClientService clients) {
        this.clients = clients;
    }

    /// Nothing new is polled; a broker that is away does not hold this up.
    void pause() {
        for (String channel : clients.getConsumerChannels()) {
            for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
                try {
                    consumer.pause().await().atMost(PATIENCE);
                } catch (RuntimeException e) {
                    LOG.debugf("event=channel-not-paused channel=%s cause=%s", channel, TransientFailure.brief(e));
                }
            }
        }
    }
}
