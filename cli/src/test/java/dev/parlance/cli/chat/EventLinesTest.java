package dev.parlance.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private final EventLines lines = new EventLines();

    @Test
    void anEmptyLineEndsAnEventAndCommentsAreNone() {
        assertThat(read(": heartbeat", "", "retry: 1000", "id: 7", "event: words", "data: {}", ""))
                .containsExactly(new StreamedEvent("7", "words", "{}"));
        assertThat(lines.lastId()).isEqualTo("7");
    }

    @Test
    void anIdWithoutDataMovesThePlaceAndIsNoEvent() {
        assertThat(read("id: 9", "")).isEmpty();
        assertThat(lines.lastId()).isEqualTo("9");
    }

    @Test
    void anEventWithoutAnIdKeepsThePlace() {
        assertThat(read("id: 9", "", "event: slow", "data: {}", ""))
                .containsExactly(new StreamedEvent("9", "slow", "{}"));
    }

    @Test
    void whatWasBegunOnABrokenConnectionIsForgotten() {
        assertThat(read("id: 1", "data: whole", "", "id: 2", "event: words", "data: ha"))
                .hasSize(1);
        lines.broken();
        assertThat(lines.lastId()).isEqualTo("1");
        assertThat(read("id: 2", "event: turn", "data: again", ""))
                .containsExactly(new StreamedEvent("2", "turn", "again"));
    }

    private List<StreamedEvent> read(String... text) {
        return List.of(text).stream().flatMap(line -> lines.line(line).stream()).toList();
    }
}
