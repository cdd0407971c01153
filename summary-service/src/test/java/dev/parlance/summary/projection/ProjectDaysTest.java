package dev.parlance.summary.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.TurnAnalyzedBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ProjectDaysTest {
    @Inject
    TurnDelivery projection;

    @Inject
    SummaryFixture days;

    @Inject
    MeterRegistry metrics;

    private String learner;

    @BeforeEach
    void aNewLearner(TestInfo test) {
        learner = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aDayIsTheSumOfItsTurns() {
        // When
        projection.deliver(
                turn(1).at("2026-11-20T08:00:00Z", "UTC")
                        .sayingFirst("apple")
                        .saying("is")
                        .lasting(1_500)
                        .build(),
                turn(2).at("2026-11-20T08:01:00Z", "UTC")
                        .saying("apple", "is", "red")
                        .sentences(2)
                        .replyWords(5)
                        .highlighted("long_sentence")
                        .highlighted("pause")
                        .lasting(null)
                        .build(),
                TurnAnalyzedBuilder.by(learner)
                        .in(learner + "/evening", 1)
                        .at("2026-11-20T20:00:00Z", "Europe/Rome")
                        .module(null)
                        .channel("voice")
                        .status("failed")
                        .build());
        // Then
        DailySummary day = days.onlyDayOf(learner);
        assertThat(day.date()).hasToString("2026-11-20");
        assertThat(day.timeZone()).isEqualTo("Europe/Rome");
        assertThat(day.conversations()).isEqualTo(2);
        assertThat(day.turns()).isEqualTo(3);
        assertThat(day.learnerWords()).isEqualTo(5);
        assertThat(day.replyWords()).isEqualTo(11);
        assertThat(day.newWords()).isEqualTo(1);
        assertThat(day.sentences()).isEqualTo(4);
        assertThat(day.speakingMs()).isEqualTo(2_500);
        assertThat(day.highlights())
                .containsExactly(
                        entry("new_word", 1),
                        entry("long_sentence", 1),
                        entry("emotional_moment", 0),
                        entry("pause", 1));
        assertThat(day.byModule()).hasToString("{free-talk=Turns[turns=2], none=Turns[turns=1]}");
        assertThat(day.byChannel()).hasToString("{app=Turns[turns=2], voice=Turns[turns=1]}");
        assertThat(day.firstTurnAt()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(day.lastTurnAt()).isEqualTo("2026-11-20T20:00:00Z");
    }

    @Test
    void aWordIsUniqueOncePerDay() {
        // When
        projection.deliver(turn(1).language("en").saying("apple", "red").build());
        projection.deliver(turn(2).language("en-GB").saying("apple", "green").build());
        projection.deliver(turn(3).language("de").saying("red").build());
        // Then
        assertThat(days.onlyDayOf(learner).uniqueWords()).isEqualTo(4);
    }

    @Test
    void aTurnLateInTheEveningOfTokyoIsOnTokyosDay() {
        // When
        projection.deliver(turn(1).at("2026-11-20T14:30:00Z", "Asia/Tokyo").build());
        projection.deliver(turn(2).at("2026-11-20T15:00:00Z", "Asia/Tokyo").build());
        // Then
        assertThat(days.daysOf(learner))
                .extracting(day -> day.date().toString())
                .containsExactly("2026-11-20", "2026-11-21");
    }

    @Test
    void aTurnDeliveredTwiceCountsOnce() {
        // Given
        projection.deliver(
                turn(1).saying("apple").build(), turn(2).saying("pear").build());
        DailySummary before = days.onlyDayOf(learner);
        // When
        projection.deliver(
                turn(1).saying("apple").build(), turn(2).saying("pear").build());
        // Then
        assertThat(days.onlyDayOf(learner)).isEqualTo(before);
    }

    @Test
    void duplicatesAreCounted() {
        // Given
        projection.deliver(turn(1).revision(7).build(), turn(2).revision(7).build());
        double before =
                metrics.counter("parlance.consumer.duplicates", "of", "fact").count();
        // When
        projection.deliver(
                turn(1).revision(7).build(),
                turn(2).revision(6).build(),
                turn(3).revision(1).build());
        // Then
        assertThat(metrics.counter("parlance.consumer.duplicates", "of", "fact").count() - before)
                .isEqualTo(2);
    }

    @Test
    void aLowerRevisionThatComesLateIsIgnored() {
        // Given
        projection.deliver(turn(1).revision(7).saying("apple", "pear").build());
        DailySummary before = days.onlyDayOf(learner);
        // When
        projection.deliver(turn(1).revision(6).saying("apple").build());
        // Then
        assertThat(days.onlyDayOf(learner)).isEqualTo(before);
    }

    @Test
    void aHigherRevisionCorrectsTheDay() {
        // Given
        projection.deliver(turn(1).revision(1).sayingFirst("apple").build());
        long first = days.onlyDayOf(learner).revision();
        // When
        projection.deliver(turn(1).revision(2).saying("apple").build());
        // Then
        DailySummary day = days.onlyDayOf(learner);
        assertThat(day.newWords()).isZero();
        assertThat(day.highlights()).containsEntry("new_word", 0);
        assertThat(day.revision()).isGreaterThan(first);
    }

    private TurnAnalyzedBuilder turn(int number) {
        return TurnAnalyzedBuilder.by(learner).in(learner, number);
    }
}
