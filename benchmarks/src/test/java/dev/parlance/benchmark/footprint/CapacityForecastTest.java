package dev.parlance.benchmark.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parlance.benchmark.installation.storage.TableSize;
import dev.parlance.benchmark.installation.storage.TopicSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityForecastTest {
    private final CapacityForecast forecast = new CapacityForecast(10_000_000, 20, 2, 3_000, 4);

    @Test
    void turnsAreSpreadOverTheDay() {
        assertThat(forecast.turnsPerSecond()).isCloseTo(2_315, within(0.5));
    }

    @Test
    void aTopicGrowsWithItsTurns() {
        var weighed = List.of(new TopicSize("parlance.analysis-events", 1_500, 1_500_000, 500_000));

        assertThat(forecast.forecastTopics(weighed, 1_000))
                .endsWith("| parlance.analysis-events | 3,472 | 13,889 | 100 | 2.1 |");
    }

    @Test
    void aTableGrowsWithWhatMakesItLonger() {
        var weighed = List.of(
                new TableSize("summary.learner_day", 10, 3_000, 1_000),
                new TableSize("analysis.vocabulary", 10, 2_000, 0),
                new TableSize("conversation.turn", 1_000, 300_000, 100_000));

        assertThat(forecast.forecastTables(weighed, 1_000))
                .contains("| summary.learner_day | days of learners | 3,650 million | 1.5 |")
                .contains("| analysis.vocabulary | words of learners | 30,000 million | 6.0 |")
                .contains("| conversation.turn | turns | 73,000 million | 29.2 |");
    }
}
