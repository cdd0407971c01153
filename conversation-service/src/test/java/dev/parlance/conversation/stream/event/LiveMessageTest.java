package dev.parlance.conversation.stream.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.analysis.TurnAnalysis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveMessageTest {
    private static final Learner HANA = new Learner("default", "hana");
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID TURN = UUID.randomUUID();

    @Test
    void theSameAnalysisHasTheSameCausesAndANewRevisionOthers() {
        assertThat(LiveMessage.of(analyzedEvent(1, 2))).isEqualTo(LiveMessage.of(analyzedEvent(1, 2)));
        assertThat(LiveMessage.of(analyzedEvent(1, 2)))
                .extracting(LiveMessage::cause)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(LiveMessage.of(analyzedEvent(2, 2)).stream()
                        .map(LiveMessage::cause)
                        .toList());
    }

    @Test
    void anAnalysisIsCompleteOnlyWithAllItsHighlights() {
        List<LiveEvent> events = toEvents(LiveMessage.of(analyzedEvent(1, 2)));

        assertThat(TurnAnalysis.of(events.subList(0, 2))).isEmpty();
        TurnAnalysis whole = TurnAnalysis.of(events).orElseThrow();
        assertThat(whole.highlights()).isEqualTo(analyzedEvent(1, 2).highlights());
        assertThat(whole.words()).isEqualTo(analyzedEvent(1, 2).words());
    }

    @Test
    void ofTwoRevisionsTheLaterEventCounts() {
        List<LiveEvent> events = toEvents(Stream.concat(
                        LiveMessage.of(analyzedEvent(1, 2)).stream(), LiveMessage.of(analyzedEvent(2, 1)).stream())
                .toList());

        assertThat(TurnAnalysis.of(events).orElseThrow()).satisfies(analysis -> {
            assertThat(analysis.revision()).isEqualTo(2);
            assertThat(analysis.highlights()).hasSize(1);
        });
    }

    @Test
    void aTranscriptMessageOmitsTheLearner() {
        TurnTranscribed event = transcribedEvent();

        LiveMessage message = LiveMessage.of(event);

        assertThat(message.type()).isEqualTo("transcript");
        assertThat(message.turn()).isEqualTo(TURN);
        assertThat(message.cause()).isEqualTo(event.id());
        assertThat(message.data())
                .contains("\"text\":\"りんご\"", "\"revision\":7", "\"confidence\":0.9")
                .doesNotContain("hana", "tenant");
    }

    @Test
    void manyLearnersAreSplitIntoPayloadsThatPostgresAllows() {
        List<String> keys = IntStream.range(0, 1_000)
                .mapToObj(number -> "default/learner-of-some-name-" + number)
                .toList();

        List<String> payloads = LiveEvents.payloads(keys);

        assertThat(payloads).allMatch(payload -> payload.length() < 8_000);
        assertThat(payloads.stream().flatMap(String::lines)).containsExactlyElementsOf(keys);
    }

    private static List<LiveEvent> toEvents(List<LiveMessage> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(at -> {
                    LiveMessage one = messages.get(at);
                    return new LiveEvent(HANA, at, one.conversation(), one.turn(), one.type(), one.data());
                })
                .toList();
    }

    private static TurnTranscribed transcribedEvent() {
        return new TurnTranscribed(
                context(),
                false,
                7,
                Instant.parse("2026-11-20T08:15:31.120Z"),
                Instant.parse("2026-11-20T08:15:35.120Z"),
                "りんご",
                null,
                1_200,
                List.of(),
                0.9,
                null);
    }

    private static TurnContext context() {
        return new TurnContext(
                "default",
                "hana",
                new ConversationId(CONVERSATION),
                new TurnId(TURN),
                1,
                "app",
                null,
                "ja",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T08:15:30.120Z"));
    }

    private static TurnAnalyzed analyzedEvent(long revision, int highlights) {
        return new TurnAnalyzed(
                context(),
                revision,
                0L,
                "completed",
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
