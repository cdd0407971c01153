package dev.parlance.conversation.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Learner HANA = new Learner("default", "hana");
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID TURN = UUID.randomUUID();

    @Test
    void theSameAnalysisGivesTheSameCausesAndANewRevisionOthers() {
        assertThat(News.of(analysed(1, 2))).isEqualTo(News.of(analysed(1, 2)));
        assertThat(News.of(analysed(1, 2)))
                .extracting(News::cause)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        News.of(analysed(2, 2)).stream().map(News::cause).toList());
    }

    @Test
    void anAnalysisIsWholeOnlyWithAllItsHighlights() {
        List<LiveEvent> told = told(News.of(analysed(1, 2)));

        assertThat(TurnAnalysis.of(told.subList(0, 2))).isEmpty();
        TurnAnalysis whole = TurnAnalysis.of(told).orElseThrow();
        assertThat(whole.highlights()).isEqualTo(analysed(1, 2).highlights());
        assertThat(whole.words()).isEqualTo(analysed(1, 2).words());
    }

    @Test
    void ofTwoRevisionsTheLastOneToldCounts() {
        List<LiveEvent> told = told(Stream.concat(News.of(analysed(1, 2)).stream(), News.of(analysed(2, 1)).stream())
                .toList());

        assertThat(TurnAnalysis.of(told).orElseThrow()).satisfies(analysis -> {
            assertThat(analysis.revision()).isEqualTo(2);
            assertThat(analysis.highlights()).hasSize(1);
        });
    }

    @Test
    void aTranscriptIsToldWithoutItsLearner() {
        TurnTranscribed event = heard();

        News news = News.of(event);

        assertThat(news.type()).isEqualTo("transcript");
        assertThat(news.turn()).isEqualTo(TURN);
        assertThat(news.cause()).isEqualTo(event.id());
        assertThat(news.data())
                .contains("\"text\":\"りんご\"", "\"revision\":7", "\"confidence\":0.9")
                .doesNotContain("hana", "tenant");
    }

    @Test
    void manyLearnersAreNotifiedInPayloadsThatPostgresTakes() {
        List<String> keys = IntStream.range(0, 1_000)
                .mapToObj(number -> "default/learner-of-some-name-" + number)
                .toList();

        List<String> payloads = LiveEvents.payloads(keys);

        assertThat(payloads).allMatch(payload -> payload.length() < 8_000);
        assertThat(payloads.stream().flatMap(String::lines)).containsExactlyElementsOf(keys);
    }

    private static List<LiveEvent> told(List<News> news) {
        return IntStream.range(0, news.size())
                .mapToObj(at -> {
                    News one = news.get(at);
                    return new LiveEvent(HANA, at, one.conversation(), one.turn(), one.type(), one.data());
                })
                .toList();
    }

    private static TurnTranscribed heard() {
        return new TurnTranscribed(
                "default",
                "hana",
                false,
                new ConversationId(CONVERSATION),
                new TurnId(TURN),
                1,
                7,
                "app",
                null,
                "ja",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T08:15:30.120Z"),
                Instant.parse("2026-11-20T08:15:31.120Z"),
                Instant.parse("2026-11-20T08:15:35.120Z"),
                "りんご",
                null,
                1_200,
                List.of(),
                0.9,
                null);
    }

    private static TurnAnalyzed analysed(long revision, int highlights) {
        return new TurnAnalyzed(
                "default",
                "hana",
                new ConversationId(CONVERSATION),
                new TurnId(TURN),
                1,
                revision,
                0L,
                "completed",
                "ja",
                "app",
                null,
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T08:15:30.120Z"),
                null,
                Map.of("vocabulary", 1),
                1,
                0,
                1,
                List.of(new Word("ja", "林檎", "りんご", "りんご", 1, true, null, null)),
                IntStream.range(0, highlights)
                        .mapToObj(at -> new Highlight(new UUID(0, at), "new_word", "first use", "りんご"))
                        .toList(),
                List.of());
    }
}
