package dev.parlance.conversation.reconciliation;

import dev.parlance.conversation.reconciliation.UnanalysedTurns.Waiting;
import dev.parlance.kit.pipeline.PipelinePart;
import dev.parlance.kit.pipeline.Stage;
import dev.parlance.kit.problem.TransientFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/// What the reconciliation has found, where a person and an alarm can see it.
@ApplicationScoped
class ReconciliationPart implements PipelinePart {
    private static final Logger LOG = Logger.getLogger(ReconciliationPart.class);
    private static final int DAYS = 7;
    private static final Waiting NOTHING = new Waiting(0, null, 0);

    private final UnanalysedTurns unanalysed;
    private final ReconciledDays days;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile Seen seen = new Seen(NOTHING, List.of(), null);

    /// @param at null before the first look
    private record Seen(Waiting waiting, List<DayBalance> days, Instant at) {
        long mismatch() {
            return days.stream().mapToLong(DayBalance::mismatch).sum();
        }
    }

    ReconciliationPart(UnanalysedTurns unanalysed, ReconciledDays days, MeterRegistry registry, Clock clock) {
        this.unanalysed = unanalysed;
        this.days = days;
        this.registry = registry;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.reconciliation.mismatch", () -> seen.mismatch())
                .description("Turns of the last week that are neither analysed nor known to be missing")
                .register(registry);
        Gauge.builder("parlance.unanalysed.turns", () -> seen.waiting().turns())
                .description("Turns that should have been analysed by now")
                .register(registry);
        Gauge.builder("parlance.unanalysed.in.vain", () -> seen.waiting().inVain())
                .description("Turns that were announced again more than twice and are still not analysed")
                .register(registry);
    }

    @Scheduled(every = "{conversation.unanalysed.check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            seen = new Seen(unanalysed.waiting(), days.balances(today.minusDays(DAYS - 1)), now);
        } catch (RuntimeException e) {
            LOG.debugf("event=reconciliation-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    @Override
    public List<Stage> stages() {
        Seen last = seen;
        Waiting waiting = last.waiting();
        long age = waiting.oldest() == null
                ? 0
                : Duration.between(waiting.oldest(), clock.instant()).toSeconds();
        return List.of(new Stage(
                "unanalysed-turns",
                waiting.turns(),
                null,
                Math.max(age, 0),
                last.days().stream().mapToLong(DayBalance::quarantined).sum(),
                waiting.turns() == 0 ? last.at() : null,
                last.at() != null));
    }

    @Override
    public List<DayBalance> reconciliation() {
        return seen.days();
    }
}
