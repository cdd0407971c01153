package dev.parlance.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventLineTest {
    private static final String TURN = """
            {"sequence": 3, "conversationId": "c1", "localDate": "2026-11-20", "channel": "app", "language": "ja",
             "learnerText": "りんごがたべたい", "replyText": "おいしいよね"}""";

    @Test
    void aTurnIsShownWithoutItsText() {
        assertThat(line("parlance.turn-recorded.v1", TURN))
                .contains("2026-11-20T08:15:30.120Z", "turn-recorded.v1", "default/hana", "sequence=3", "language=ja")
                .doesNotContain("りんご", "おいしい");
    }

    @Test
    void anAnalysedTurnIsShownByItsCounts() {
        assertThat(line("parlance.turn-analyzed.v1", """
                {"sequence": 3, "status": "completed", "learnerWords": 4,
                 "words": [{"display": "りんご", "new": true}, {"display": "が", "new": false}],
                 "highlights": [{"type": "new_word", "excerpt": "りんごがたべたい"}]}"""))
                .contains("words=2 newWords=1 highlights=1", "learnerWords=4")
                .doesNotContain("りんご");
    }

    @Test
    void anUnknownTypeIsShownByTheCommonFields() {
        assertThat(line("parlance.word-mastered.v3", "{\"word\": \"りんご\"}"))
                .contains("word-mastered.v3", "default/hana", "subject=s1")
                .doesNotContain("りんご");
    }

    @Test
    void anUnreadableRecordIsShownByItsSize() {
        assertThat(line("parlance.turn-recorded.v1", "{oh")).endsWith("unreadable, 3 bytes");
    }

    /// What a topic holds may come from anybody who may write to it.
    @Test
    void anEventStaysInItsLineAndControlsNoTerminal() {
        assertThat(line("parlance.conversation-started.v1", "{\"module\": \"a\\u001b[2J\\nb\"}"))
                .contains("module=a\\u001b[2J\\u000ab");
    }

    @Test
    void aTombstoneIsShownAsRemoval() {
        ConsumerRecord<String, byte[]> removed =
                new ConsumerRecord<>("parlance.daily-summaries", 0, 0, "default/hana/2026-11-20", null);

        assertThat(new EventLine(removed).text()).contains("removed", "default/hana/2026-11-20", "no longer exists");
    }

    private static String line(String type, String value) {
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>("any", 0, 0, "default/hana", value.getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_time", "2026-11-20T08:15:30.120Z".getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_subject", "s1".getBytes(StandardCharsets.UTF_8));
        return new EventLine(event).text();
    }
}
