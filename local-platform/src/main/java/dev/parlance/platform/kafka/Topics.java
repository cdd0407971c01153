package dev.parlance.platform.kafka;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parlance.platform.host.EnvironmentSetting;
import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// The topics of `deploy/kafka/topics.yaml`.
public record Topics(String prefix, List<Topic> topics) {
    private static final short BROKER_DEFAULT_REPLICATION = -1;
    private static final int TIMEOUT_SECONDS = 60;

    /// One topic and its Kafka configuration.
    ///
    /// @param name without the prefix
    public record Topic(String name, int partitions, Map<String, String> config) {
        public Topic {
            config = Map.copyOf(config);
        }
    }

    public Topics {
        topics = List.copyOf(topics);
    }

    /// Reads the file; `PARLANCE_TOPIC_PREFIX` replaces its prefix.
    public static Topics load() {
        try (var in = Topics.class.getResourceAsStream("/deploy/kafka/topics.yaml")) {
            var file = new YAMLMapper().readValue(in, Topics.class);
            return EnvironmentSetting.find("PARLANCE_TOPIC_PREFIX")
                    .map(file::withPrefix)
                    .orElse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Topics withPrefix(String other) {
        return new Topics(other, topics);
    }

    /// The names with the prefix.
    public List<String> names() {
        return topics.stream().map(topic -> prefix + topic.name()).toList();
    }

    /// Creates missing topics with the broker's default replication factor and does not alter existing ones.
    public void createMissing(String bootstrap) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrap))) {
            for (var created : admin.createTopics(newTopics()).values().values()) {
                try {
                    created.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) throw failure(bootstrap, e);
                }
            }
        } catch (TimeoutException e) {
            throw failure(bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(bootstrap, e);
        }
    }

    private List<NewTopic> newTopics() {
        return topics.stream()
                .map(topic -> new NewTopic(prefix + topic.name(), topic.partitions(), BROKER_DEFAULT_REPLICATION)
                        .configs(topic.config()))
                .toList();
    }

    private static PlatformFailure failure(String bootstrap, Exception e) {
        return new PlatformFailure("The topics could not be created on %s: %s".formatted(bootstrap, e.getMessage()), e);
    }
}
