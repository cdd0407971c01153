package dev.parlance.benchmark.throughput.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PublishedTurnsTest {
    private static final String TURN = "parlance.turn-recorded.v1";
    private static final Instant NOW = Instant.parse("2026-11-20T08:15:30.500Z");

    private final PublishedTurns arrivals = new PublishedTurns(TURN, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatOtherTypesSayIsNoTurn() {
        arrivals.record("parlance.conversation-started.v1", "{}".getBytes(UTF_8), 1);
        arrivals.record("parlance.conversation-started.v1", null, 2);
        arrivals.record(TURN, recorded("2026-11-20T08:15:30.402Z"), 3);
        arrivals.record("parlance.conversation-ended.v1", "{}".getBytes(UTF_8), 4);

        assertThat(arrivals.count()).isEqualTo(1);
        assertThat(arrivals.lastArrivalNanos()).isEqualTo(3);
    }

    @Test
    void aRecordWithoutATypeIsATurn() {
        arrivals.record("", recorded("2026-11-20T08:15:30Z"), 1);

        assertThat(arrivals.count()).isEqualTo(1);
    }

    @Test
    void itTellsHowLongAgoATurnWasRecorded() {
        arrivals.record(TURN, recorded("2026-11-20T08:15:30.402Z"), 1);

        assertThat(arrivals.takeMilliseconds().max()).isEqualTo(98);
    }

    @Test
    void eachTimeIsToldOnceWhileAllAreCounted() {
        for (int turn = 0; turn < 40; turn++) {
            arrivals.record(TURN, recorded("2026-11-20T08:15:20.500Z"), turn);
        }
        assertThat(arrivals.takeMilliseconds().size()).isEqualTo(3);
        for (int turn = 40; turn < 64; turn++) {
            arrivals.record(TURN, recorded("2026-11-20T08:15:30Z"), turn);
        }

        assertThat(arrivals.count()).isEqualTo(64);
        assertThat(arrivals.takeMilliseconds().max()).isEqualTo(500);
        assertThat(arrivals.takeMilliseconds().size()).isZero();
    }

    private static byte[] recorded(String at) {
        return "{\"turnId\": \"7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02\", \"recordedAt\": \"%s\"}"
                .formatted(at)
                .getBytes(UTF_8);
    }
}
