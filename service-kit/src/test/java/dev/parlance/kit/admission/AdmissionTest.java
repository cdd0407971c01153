package dev.parlance.kit.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.outbox.BacklogSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    /// Bounds of ten rows and one minute.
    private record SmallLimits() implements AdmissionConfig {
        @Override
        public long maxRows() {
            return 10;
        }

        @Override
        public Duration maxAge() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration checkInterval() {
            return Duration.ofSeconds(1);
        }
    }

    private final Admission admission = new Admission(new SmallLimits());

    @Test
    void writesAreAdmittedUpToTheBoundAndAgainBelowIt() {
        admission.update(new BacklogSize(1, 10, Duration.ofMinutes(1)));
        assertThat(admission.isClosed()).isFalse();
        admission.update(new BacklogSize(1, 11, Duration.ZERO));
        assertThat(admission.isClosed()).isTrue();
        admission.update(new BacklogSize(1, 10, Duration.ZERO));
        assertThat(admission.isClosed()).isFalse();
    }

    @Test
    void anOldRowClosesAdmission() {
        admission.update(new BacklogSize(1, 1, Duration.ofSeconds(61)));
        assertThat(admission.isClosed()).isTrue();
    }

    @Test
    void refusedClientsAreAskedToWaitForSomeSeconds() {
        assertThat(admission.retryAfter()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }
}
