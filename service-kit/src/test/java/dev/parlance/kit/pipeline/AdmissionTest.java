package dev.parlance.kit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.pipeline.Backlog.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    /// Room for ten rows of a minute.
    private record Small() implements AdmissionConfig {
        @Override
        public long maxRows() {
            return 10;
        }

        @Override
        public Duration maxAge() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }
    }

    private final Admission admission = new Admission(new Small());

    @Test
    void writesAreTakenInUpToTheBoundAndAgainOnceThereIsRoom() {
        admission.decide(new Waiting(1, 10, Duration.ofMinutes(1)));
        assertThat(admission.isClosed()).isFalse();
        admission.decide(new Waiting(1, 11, Duration.ZERO));
        assertThat(admission.isClosed()).isTrue();
        admission.decide(new Waiting(1, 10, Duration.ZERO));
        assertThat(admission.isClosed()).isFalse();
    }

    @Test
    void aRowThatNobodySendsClosesTheDoorToo() {
        admission.decide(new Waiting(1, 1, Duration.ofSeconds(61)));
        assertThat(admission.isClosed()).isTrue();
    }

    @Test
    void thoseWhoAreRefusedAreAskedToWaitForSomeSeconds() {
        assertThat(admission.retryAfter()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }
}
