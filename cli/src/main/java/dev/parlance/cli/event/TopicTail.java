package dev.parlance.cli.event;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.platform.client.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;

/// Shows the events of topics as they are published.
public final class TopicTail {
    private static final Map<String, Object> CONSUMER_SETTINGS = Map.of(
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000, ConsumerConfig.CLIENT_ID_CONFIG, "parlance-tail");

    private final String bootstrapServers;
    private final List<String> topics;

    public TopicTail(String bootstrapServers, List<String> topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = List.copyOf(topics);
    }

    /// Returns when this thread is interrupted.
    public void watch(boolean fromBeginning, Consumer<String> printer) {
        try {
            new TopicReader(bootstrapServers, CONSUMER_SETTINGS)
                    .follow(
                            topics,
                            fromBeginning,
                            (event, _) -> printer.accept(new EventLine(event).text()),
                            () -> Thread.currentThread().isInterrupted());
        } catch (InterruptException | WakeupException e) {
            Thread.currentThread().interrupt();
        } catch (UnknownTopicOrPartitionException e) {
            throw CommandFailure.usage(e.getMessage());
        } catch (TimeoutException e) {
            throw CommandFailure.environment(
                    "Kafka does not answer at %s: ./parlance up starts it.".formatted(bootstrapServers));
        } catch (KafkaException e) {
            throw CommandFailure.failed(
                    "What is on Kafka at %s cannot be read: %s".formatted(bootstrapServers, e.getMessage()));
        }
    }
}
