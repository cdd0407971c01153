package dev.parlance.benchmark.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LiveStreamParserTest {
    private static final String HEAD =
            "HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\nretry: 1000\nid: 7\n\n";
    private static final String TURN = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final LiveLatencies turns = new LiveLatencies();
    private final LiveStreamParser reader = new LiveStreamParser(turns);

    @Test
    void whatIsHeardOfATurnIsTimedFromItsAnswer() {
        turns.recordAccepted(TURN, 1_000_000, true);
        read(HEAD, 0);
        assertThat(reader.isOpen()).isTrue();
        read(event(8, "turn"), 2_000_000);
        assertThat(turns.countPending()).isOne();
        read(event(9, "words"), 4_000_000);
        read(event(10, "highlight"), 5_000_000);
        assertThat(turns.countPending()).isZero();
        assertThat(turns.wordsLatency().percentile(50)).isEqualTo(3);
        assertThat(turns.highlightLatency().percentile(50)).isEqualTo(4);
        assertThat(reader.lastId()).isEqualTo("10");
        assertThat(reader.gaps()).isZero();
    }

    @Test
    void whatIsCutOffComesAgainOnTheNextConnection() {
        read(HEAD + event(8, "turn"), 1);
        read("id: 9\nevent: words\nda", 2);
        reader.connectionLost();
        assertThat(reader.lastId()).isEqualTo("8");
        read("HTTP/1.0 200 OK\r\n\r\nid: 8\n\n" + event(9, "words") + ": heartbeat\nid: 9\n\n", 3);
        assertThat(reader.lastId()).isEqualTo("9");
        assertThat(reader.gaps()).isZero();
        assertThat(turns.countRepeated()).isZero();
    }

    @Test
    void whatIsMissingAndWhatComesTwiceIsSeen() {
        read(HEAD + event(9, "turn") + event(9, "turn"), 1);
        assertThat(reader.gaps()).isEqualTo(2);
        assertThat(turns.countRepeated()).isOne();
    }

    @Test
    void anotherAnswerThanAStreamIsARefusal() {
        read("HTTP/1.0 503 Service Unavailable\r\n\r\n{}", 1);
        assertThat(reader.isRefused()).isTrue();
        assertThat(reader.isOpen()).isFalse();
    }

    private void read(String text, long at) {
        reader.parse(ByteBuffer.wrap(text.getBytes(UTF_8)), at);
    }

    private static String event(long id, String type) {
        return "id: %d\nevent: %s\ndata: {\"turnId\":\"%s\"}\n\n".formatted(id, type, TURN);
    }
}
