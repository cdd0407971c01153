package dev.parlance.conversation.speech.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.DerivedId;
import dev.parlance.contract.id.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptionBackoffTest {
    private static final Duration INITIAL_BACKOFF = Duration.ofSeconds(5);
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(15);

    @Test
    void eachFailedAttemptDoublesTheBackoffUpToItsMaximum() {
        for (int attempts = 1; attempts <= 100; attempts++) {
            long max = attempts > 20
                    ? MAX_BACKOFF.toMillis()
                    : Math.min(INITIAL_BACKOFF.toMillis() << (attempts - 1), MAX_BACKOFF.toMillis());
            assertThat(job("a", attempts).backoff(INITIAL_BACKOFF, MAX_BACKOFF).toMillis())
                    .isBetween(max / 2, max);
        }
    }

    @Test
    void jobsThatFailedTogetherAreNotRetriedTogether() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> job("sound " + number, 3).backoff(INITIAL_BACKOFF, MAX_BACKOFF))
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
                Transcription.TranscriptionStatus.PENDING,
                attempts,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null);
    }
}
