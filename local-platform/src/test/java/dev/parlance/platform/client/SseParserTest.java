package dev.parlance.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {
    private final SseParser parser = new SseParser();

    @Test
    void anEmptyLineEndsAnEventAndCommentsAreNone() {
        assertThat(read(": heartbeat", "", "retry: 1000", "id: 7", "event: words", "data: {}", ""))
                .containsExactly(new SseEvent("7", null, "words", "{}"));
        assertThat(parser.lastId()).isEqualTo("7");
    }

    @Test
    void anIdWithoutDataIsRememberedAndIsNoEvent() {
        assertThat(read("id: 9", "")).isEmpty();
        assertThat(parser.lastId()).isEqualTo("9");
    }

    @Test
    void anEventWithoutAnIdKeepsTheLastId() {
        assertThat(read("id: 9", "", "event: slow", "data: {}", ""))
                .containsExactly(new SseEvent(null, "9", "slow", "{}"));
    }

    @Test
    void anIncompleteEventOfALostConnectionIsDropped() {
        assertThat(read("id: 1", "data: whole", "", "id: 2", "event: words", "data: ha"))
                .hasSize(1);
        parser.connectionLost();
        assertThat(parser.lastId()).isEqualTo("1");
        assertThat(read("id: 2", "event: turn", "data: again", ""))
                .containsExactly(new SseEvent("2", "1", "turn", "again"));
    }

    private List<SseEvent> read(String... text) {
        return List.of(text).stream()
                .flatMap(line -> parser.parseLine(line).stream())
                .toList();
    }
}
