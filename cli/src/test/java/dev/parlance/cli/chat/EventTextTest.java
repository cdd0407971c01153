package dev.parlance.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTextTest {
    private final EventText text = new EventText();

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
    void whatWasHeardInSoundIsShownAndSoIsSilence() {
        assertThat(line("transcript", "{\"turnId\": \"a\", \"sequence\": 2, \"revision\": 7, \"text\": \"りんご\"}"))
                .isEqualTo("[2] heard: りんご");
        assertThat(line("transcript", "{\"turnId\": \"a\", \"sequence\": 2, \"revision\": 8, \"text\": \"\"}"))
                .isEqualTo("[2] nothing was heard");
    }

    @Test
    void whatSomebodyTypedHereIsNoNewsAndWhatOthersSayIs() {
        var turn = new StreamedEvent("1", "turn", "{\"turnId\": \"a\", \"sequence\": 1, \"learnerText\": \"hi\"}");
        assertThat(text.of(turn, true)).isEmpty();
        assertThat(text.of(turn, false).orElseThrow().line()).isEqualTo("[1] hi");
    }

    @Test
    void whatIsNotKnownIsNotShown() {
        assertThat(text.of(new StreamedEvent("1", "weather", "{}"), true)).isEmpty();
        assertThat(text.of(new StreamedEvent("1", "words", "not JSON"), true)
                        .orElseThrow()
                        .line())
                .isEqualTo("no words");
    }

    private String line(String type, String data) {
        return text.of(new StreamedEvent("1", type, data), true).orElseThrow().line();
    }
}
