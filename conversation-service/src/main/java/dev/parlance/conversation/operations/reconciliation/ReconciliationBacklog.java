package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.conversation.operations.reconciliation.UnanalysedTurns.UnanalysedStats;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.status.BacklogSource;
import dev.parlance.kit.status.Stage;
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

/// Shows the results of the reconciliation in `/v1/admin/pipeline` and in metrics.
@ApplicationScoped
class ReconciliationBacklog implements BacklogSource {
    private static final Logger LOG = Logger.getLogger(ReconciliationBacklog.class);
    private static final int SHOWN_DAYS = 7;
    private static final UnanalysedStats NO_UNANALYSED = new UnanalysedStats(0, null, 0, 0);

    private final UnanalysedTurns unanalysed;
    private final ReconciledDays days;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile ReconciliationSnapshot snapshot = new ReconciliationSnapshot(NO_UNANALYSED, List.of(), null);

    /// @param at null before the first measurement
    private record ReconciliationSnapshot(UnanalysedStats stats, List<DayBalance> days, Instant at) {
        long mismatch() {
            return days.stream().mapToLong(DayBalance::mismatch).sum();
        }
    }

    ReconciliationBacklog(UnanalysedTurns unanalysed, ReconciledDays days, MeterRegistry registry, Clock clock) {
        this.unanalysed = unanalysed;
        this.days = days;
        this.registry = registry;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.reconciliation.mismatch.turns", () -> snapshot.mismatch())
                .description("Turns of the last week that are neither analysed nor known to be missing")
                .register(registry);
        Gauge.builder("parlance.reconciliation.unanalysed.turns", () -> snapshot.stats()
                        .turns())
                .description("Turns that should have been analysed by now")
                .register(registry);
        Gauge.builder("parlance.reconciliation.reannounced.unresolved", () -> snapshot.stats()
                        .unresolved())
                .description("Turns that were announced again more than twice and are still not analysed")
                .register(registry);
        Gauge.builder("parlance.reconciliation.abandoned.turns", () -> snapshot.stats()
                        .abandoned())
                .description("Turns that were announced again ten times in vain and are not announced any more")
                .register(registry);
    }

    @Scheduled(
            every = "{parlance.reconciliation.check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            snapshot = new ReconciliationSnapshot(
                    unanalysed.stats(), days.findBalances(today.minusDays(SHOWN_DAYS - 1)), now);
        } catch (RuntimeException e) {
            LOG.debugf("event=reconciliation-read-failed cause=%s", TransientFailure.brief(e));
        }
    }

    @Override
    public List<Stage> stages() {
        ReconciliationSnapshot last = snapshot;
        UnanalysedStats stats = last.stats();
        long age = stats.oldest() == null
                ? 0
                : Duration.between(stats.oldest(), clock.instant()).toSeconds();
        return List.of(new Stage(
                "unanalysed-turns",
                stats.turns(),
                null,
                Math.max(age, 0),
                last.days().stream().mapToLong(DayBalance::quarantined).sum(),
                stats.turns() == 0 ? last.at() : null,
                last.at() != null));
    }

    @Override
    public List<DayBalance> reconciliation() {
        return snapshot.days();
    }
}
