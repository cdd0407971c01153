package dev.parlance.conversation.speech;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Rows of speeches that were never made, because their makers died or gave up and nobody asked again, go after a day.
@ApplicationScoped
class ForgetSpeech {
    private static final Duration DAY = Duration.ofDays(1);

    private final Speeches speeches;

    ForgetSpeech(Speeches speeches) {
        this.speeches = speeches;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var _ = speeches.forgetAbandoned(DAY);
    }
}
