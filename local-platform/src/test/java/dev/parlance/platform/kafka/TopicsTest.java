package dev.parlance.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = Topics.load();

    @Test
    void theFourTopicsOfTheContractAreNamedUnderThePrefix() {
        assertThat(topics.names())
                .containsExactly(
                        "parlance.conversation-events",
                        "parlance.analysis-events",
                        "parlance.daily-summaries",
                        "parlance.module-usage");
    }

    @Test
    void anInstallationMayHaveAnotherPrefix() {
        assertThat(topics.withPrefix("school.").names()).contains("school.analysis-events");
    }

    @Test
    void eventsAreDeletedAfterSevenDaysAndSummariesAreCompacted() {
        var cleanup = topics.topics().stream()
                .collect(Collectors.groupingBy(
                        topic -> topic.config().get("cleanup.policy"),
                        Collectors.mapping(Topics.Topic::name, Collectors.toList())));
        assertThat(cleanup.get("delete")).containsExactly("conversation-events", "analysis-events");
        assertThat(cleanup.get("compact")).containsExactly("daily-summaries", "module-usage");
        assertThat(topics.topics())
                .filteredOn(topic -> cleanup.get("delete").contains(topic.name()))
                .allSatisfy(topic -> assertThat(topic.config()).containsEntry("retention.ms", "604800000"));
    }
}
