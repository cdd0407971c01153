package dev.parlance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    @ParameterizedTest
    @ValueSource(
            chars = {0x00, 0x07, 0x08, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200F, 0x2028, 0x202E, 0x2066, 0x2069})
    void noCharacterThatATerminalObeysIsPrinted(char control) {
        // Given
        StringWriter printed = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(printed), new PrintWriter(printed), false);
        String text = "りんご" + control + "[2J";
        // When
        terminal.print(text);
        terminal.printStatus(text);
        // Then
        String shown = "りんご\\u%04x[2J%n".formatted((int) control);
        assertThat(printed).hasToString(shown + shown);
        assertThat(new Table("word").row(text).render()).contains("\\u%04x".formatted((int) control));
    }

    @Test
    void textWithoutSuchCharactersStaysAsItIs() {
        String text = "はい\n\tمرحبا 👩‍🚀 \uD83D";
        assertThat(TerminalText.escape(text)).isSameAs(text);
        assertThat(TerminalText.escapeLine("a\nb\tc")).isEqualTo("a\\u000ab\\u0009c");
    }

    @Test
    void escapedJsonIsTheSameJson() throws Exception {
        var json = JsonMapper.builder().build();
        var said = json.createObjectNode().put("learnerText", "\u001b[2J\u009b\u202e\u0000");
        assertThat(json.readTree(TerminalText.escape(said.toString()))).isEqualTo(said);
    }
}
