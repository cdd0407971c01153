package dev.parlance.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.platform.client.SseEvent;
import org.junit.jupiter.api.Test;

class LiveEventTextTest {
    private final LiveEventText text = new LiveEventText();

    @Test
    void newWordsAndHighlightsAreShownWithTheNumberOfTheirTurn() {
        assertThat(line("words", """
                {"turnId": "a", "sequence": 3, "words": [{"display": "りんご", "new": true}, {"display": "たべる", "new": false}]}
                """)).isEqualTo("[3] +りんご  たべる");
        assertThat(line("highlight", """
                {"turnId": "a", "type": "new_word", "description": "first use of りんご"}
                """)).isEqualTo("[3] * new_word: first use of りんご");
        assertThat(line("words", "{\"turnId\": \"b\", \"sequence\": 4, \"words\": []}"))
                .isEqualTo("[4] no words");
    }

    @Test
    void transcriptsAreShownAndSoIsSilence() {
        assertThat(line("transcript", "{\"turnId\": \"a\", \"sequence\": 2, \"revision\": 7, \"text\": \"りんご\"}"))
                .isEqualTo("[2] heard: りんご");
        assertThat(line("transcript", "{\"turnId\": \"a\", \"sequence\": 2, \"revision\": 8, \"text\": \"\"}"))
                .isEqualTo("[2] nothing was heard");
    }

    @Test
    void ownTurnsAreNotShownAndOtherTurnsAre() {
        var turn = new SseEvent("1", null, "turn", "{\"turnId\": \"a\", \"sequence\": 1, \"learnerText\": \"hi\"}");
        assertThat(text.format(turn, true)).isEmpty();
        assertThat(text.format(turn, false).orElseThrow().line()).isEqualTo("[1] hi");
    }

    @Test
    void unknownEventsAreNotShown() {
        assertThat(text.format(new SseEvent("1", null, "weather", "{}"), true)).isEmpty();
        assertThat(text.format(new SseEvent("1", null, "words", "not JSON"), true)
                        .orElseThrow()
                        .line())
                .isEqualTo("no words");
    }

    private String line(String type, String data) {
        return text.format(new SseEvent("1", null, type, data), true)
                .orElseThrow()
                .line();
    }
}
