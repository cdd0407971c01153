package dev.parlance.peer.conversation;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
    /// As many as `parlance.conversation-events` has.
    private static final int PARTITIONS = 12;

    @Bean
    NewTopic turnRecorded() {
        return TopicBuilder.name(TurnRecorded.TOPIC).partitions(PARTITIONS).build();
    }
}
