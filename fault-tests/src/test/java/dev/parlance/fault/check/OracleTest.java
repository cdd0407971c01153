package dev.parlance.fault.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fault.check.ServiceTables.DayKey;
import dev.parlance.fault.check.ServiceTables.DayRow;
import dev.parlance.fault.check.ServiceTables.WordKey;
import dev.parlance.fault.ledger.SimulatedTurn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final UUID CONVERSATION = new UUID(1, 1);

    @Test
    void aWordIsNewWhereItWasSaidFirstWhateverCameInFirst() {
        // Given
        SimulatedTurn later = turn(2, "2026-11-10T10:00:00Z", "w00001", "w00001");
        SimulatedTurn earlier = turn(1, "2026-11-09T10:00:00Z", "w00001");
        // When
        var oracle = new Oracle(List.of(later, earlier));
        // Then
        var word = oracle.words().get(new WordKey("T00-1", "w00001"));
        assertThat(word.count()).isEqualTo(3);
        assertThat(word.firstTurn()).isEqualTo(earlier.turn());
        assertThat(word.lastSeenAt()).isEqualTo(later.occurredAt());
        assertThat(oracle.days().get(day("2026-11-09")).newWords()).isEqualTo(1);
        assertThat(oracle.days().get(day("2026-11-10")).newWords()).isZero();
    }

    @Test
    void aDayIsTheLearnersOwn() {
        // Given half past four in the afternoon in UTC, half past one at night in Tokyo
        SimulatedTurn said = turn(1, "2026-11-09T16:30:00Z", "w00001", "w00002", "w00001");
        // When
        var oracle = new Oracle(List.of(inTimeZone("Asia/Tokyo", said)));
        // Then
        assertThat(oracle.days())
                .containsOnlyKeys(day("2026-11-10"))
                .containsValue(new DayRow(1, 1, 3, 1, 2, 2, 1, 900, "Asia/Tokyo"));
    }

    private static DayKey day(String date) {
        return new DayKey("T00-1", LocalDate.parse(date));
    }

    private static SimulatedTurn turn(int number, String at, String... words) {
        return new SimulatedTurn(
                new UUID(0, number),
                CONVERSATION,
                "T00-1",
                "t00",
                "app",
                "UTC",
                List.of(words),
                List.of("w00003"),
                Instant.parse(at),
                900);
    }

    private static SimulatedTurn inTimeZone(String zone, SimulatedTurn said) {
        return new SimulatedTurn(
                said.turn(),
                said.conversation(),
                said.learner(),
                said.module(),
                said.channel(),
                zone,
                said.words(),
                said.replyWords(),
                said.occurredAt(),
                said.durationMs());
    }
}
