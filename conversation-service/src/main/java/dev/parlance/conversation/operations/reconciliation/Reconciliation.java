package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.contract.event.Topic;
import dev.parlance.conversation.operations.reconciliation.CompareTurns.CountedWindow;
import dev.parlance.conversation.operations.reconciliation.ReconciledDays.TurnCount;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.lag.ConsumerGroupProgress;
import dev.parlance.kit.lease.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Checks regularly whether all turns and their transcripts have been analysed. One instance at a time does so,
/// under a lease.
@ApplicationScoped
class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final String LEASE = "reconciliation";
    private static final Duration LEASE_DURATION = Duration.ofMinutes(1);
    /// How long after its end a day is counted once more.
    private static final Duration DAY_CLOSE_DELAY = Duration.ofHours(6);
    /// An analysis becomes known here within `reannounce-after` divided by this after the analysis has read the turn.
    private static final int READ_MARGIN_DIVISOR = 10;

    private static final int MAX_BATCH_TURNS = 500;
    /// Then the run ends, because new turns must be compared first.
    private static final int MAX_BATCHES_PER_RUN = 50;

    private final CompareTurns compareTurns;
    private final CompareTranscripts compareTranscripts;
    private final ReannounceTurns reannounceTurns;
    private final ReconciledDays days;
    private final ConsumerGroupProgress downstream;
    private final Leases leases;
    private final ReconciliationConfig config;
    private final String topic;
    private final Clock clock;

    Reconciliation(
            CompareTurns compareTurns,
            CompareTranscripts compareTranscripts,
            ReannounceTurns reannounceTurns,
            ReconciledDays days,
            ConsumerGroupProgress downstream,
            Leases leases,
            ReconciliationConfig config,
            ServiceConfig service,
            Clock clock) {
        this.compareTurns = compareTurns;
        this.compareTranscripts = compareTranscripts;
        this.reannounceTurns = reannounceTurns;
        this.days = days;
        this.downstream = downstream;
        this.leases = leases;
        this.config = config;
        this.topic = Topic.CONVERSATION_EVENTS.name(service.topicPrefix());
        this.clock = clock;
    }

    @Scheduled(
            every = "{parlance.reconciliation.check-interval}",
            delayed = "{parlance.reconciliation.check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reconcile() throws InterruptedException {
        downstream.poll(config.consumerGroup(), topic);
        if (!leases.acquire(LEASE, LEASE_DURATION)) {
            return;
        }
        while (compareTurns.compareNext() && leases.acquire(LEASE, LEASE_DURATION)) {
            // the next window
        }
        while (compareTranscripts.compareNext() && leases.acquire(LEASE, LEASE_DURATION)) {
            // the next window
        }
        reannounceForgotten();
        Instant endedBefore = clock.instant().minus(DAY_CLOSE_DELAY);
        Optional<LocalDate> day = days.findUnclosed(LocalDate.ofInstant(endedBefore, ZoneOffset.UTC));
        if (day.isPresent()) {
            recountDay(day.get());
        }
    }

    private void reannounceForgotten() {
        Instant knownUntil = clock.instant().minus(config.reannounceAfter().dividedBy(READ_MARGIN_DIVISOR));
        Instant readUntil = downstream.readUntil(config.consumerGroup(), topic, knownUntil);
        int reannounced = 0;
        int batches = 0;
        ReannounceTurns.ReannounceResult result;
        do {
            result = reannounceTurns.reannounceDue(
                    readUntil, Math.min(MAX_BATCH_TURNS, config.maxReannouncedTurns() - reannounced));
            reannounced += result.reannounced();
            batches++;
        } while (result.due() > 0
                && reannounced < config.maxReannouncedTurns()
                && batches < MAX_BATCHES_PER_RUN
                && leases.acquire(LEASE, LEASE_DURATION));
        if (reannounced > 0) {
            LOG.warnf("event=turns-reannounced turns=%d", reannounced);
        }
    }

    private void recountDay(LocalDate date) {
        Instant end = ReconciledDays.startOfDay(date.plusDays(1));
        Instant from = ReconciledDays.startOfDay(date);
        TurnCount count = TurnCount.NONE;
        while (from.isBefore(end)) {
            if (!leases.acquire(LEASE, LEASE_DURATION)) {
                return;
            }
            CountedWindow window = compareTurns.recount(from, end);
            count = count.plus(window.count());
            from = window.end();
        }
        days.close(date, count);
    }
}
