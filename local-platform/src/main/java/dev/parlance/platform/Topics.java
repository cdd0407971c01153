package dev.parlance.platform;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
    private static final short BROKERS_DEFAULT = -1;
    private static final int TIMEOUT_SECONDS = 60;

    /// One topic, as Kafka is told of it.
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

    /// As the file says, under the prefix of `PARLANCE_TOPIC_PREFIX` where that is set.
    public static Topics load() {
        try (var in = Topics.class.getResourceAsStream("/deploy/kafka/topics.yaml")) {
            var file = new YAMLMapper().readValue(in, Topics.class);
            return Setting.of("PARLANCE_TOPIC_PREFIX").map(file::withPrefix).orElse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Topics withPrefix(String other) {
        return new Topics(other, topics);
    }

    /// The full names.
    public List<String> names() {
        return topics.stream().map(topic -> prefix + topic.name()).toList();
    }

    /// Creates what is missing and alters nothing that exists. The replication factor is the broker's default.
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
                .map(topic -> new NewTopic(prefix + topic.name(), topic.partitions(), BROKERS_DEFAULT)
                        .configs(topic.config()))
                .toList();
    }

    private static PlatformFailure failure(String bootstrap, Exception e) {
        return new PlatformFailure("The topics could not be created on %s: %s".formatted(bootstrap, e.getMessage()), e);
    }
}
