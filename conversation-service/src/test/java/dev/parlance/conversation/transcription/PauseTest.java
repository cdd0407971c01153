package dev.parlance.conversation.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.DerivedId;
import dev.parlance.contract.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Test
    void eachTryInVainDoublesThePauseUpToABound() {
        for (int attempts = 1; attempts <= 100; attempts++) {
            long most = attempts > 20
                    ? LONGEST.toMillis()
                    : Math.min(FIRST.toMillis() << (attempts - 1), LONGEST.toMillis());
            assertThat(job("a", attempts).pause(FIRST, LONGEST).toMillis()).isBetween(most / 2, most);
        }
    }

    @Test
    void jobsThatFailedTogetherDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> job("sound " + number, 3).pause(FIRST, LONGEST))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(80);
    }

    private static Transcription job(String key, int attempts) {
        UUID id = DerivedId.of("transcription", key);
        return new Transcription(
                id,
                "default",
                new ConversationId(id),
                new TurnId(id),
                key,
                "audio/webm",
                "ja",
                Transcription.Status.PENDING,
                attempts,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null);
    }
}
