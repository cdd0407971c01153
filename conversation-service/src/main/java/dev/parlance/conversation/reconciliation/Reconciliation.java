package dev.parlance.conversation.reconciliation;

import dev.parlance.contract.Topic;
import dev.parlance.conversation.reconciliation.CompareTurns.Window;
import dev.parlance.conversation.reconciliation.ReconciledDays.Count;
import dev.parlance.kit.outbox.Leases;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.pipeline.Downstream;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Looks again and again whether all turns have been analysed, as they were recorded and as they were heard since,
/// in one instance at a time.
@ApplicationScoped
class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final String LEASE = "reconciliation";
    private static final Duration TERM = Duration.ofMinutes(1);
    /// After its end, before a day is counted once more.
    private static final Duration LATE = Duration.ofHours(6);
    /// What the analysis has read needs this part of the patience, at most, until it is known here.
    private static final int SETTLED = 10;

    private static final int CHUNK = 500;
    /// Then others have their turn: new turns are compared first.
    private static final int MOST_CHUNKS = 50;

    private final CompareTurns compareTurns;
    private final CompareTranscripts compareTranscripts;
    private final AnnounceAgain announceAgain;
    private final ReconciledDays days;
    private final Downstream downstream;
    private final Leases leases;
    private final UnanalysedConfig config;
    private final String topic;
    private final Clock clock;

    Reconciliation(
            CompareTurns compareTurns,
            CompareTranscripts compareTranscripts,
            AnnounceAgain announceAgain,
            ReconciledDays days,
            Downstream downstream,
            Leases leases,
            UnanalysedConfig config,
            ServiceConfig service,
            Clock clock) {
        this.compareTurns = compareTurns;
        this.compareTranscripts = compareTranscripts;
        this.announceAgain = announceAgain;
        this.days = days;
        this.downstream = downstream;
        this.leases = leases;
        this.config = config;
        this.topic = Topic.CONVERSATION_EVENTS.name(service.topicPrefix());
        this.clock = clock;
    }

    @Scheduled(
            every = "{conversation.unanalysed.check}",
            delayed = "{conversation.unanalysed.check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        downstream.look(config.group(), topic);
        if (!leases.take(LEASE, TERM)) {
            return;
        }
        while (compareTurns.next() && leases.take(LEASE, TERM)) {
            // the next window
        }
        while (compareTranscripts.next() && leases.take(LEASE, TERM)) {
            // the next window
        }
        announceForgotten();
        Instant over = clock.instant().minus(LATE);
        Optional<LocalDate> day = days.toClose(LocalDate.ofInstant(over, ZoneOffset.UTC));
        if (day.isPresent()) {
            countOnceMore(day.get());
        }
    }

    private void announceForgotten() {
        Instant settled = clock.instant().minus(config.after().dividedBy(SETTLED));
        Instant readUntil = downstream.readUntil(config.group(), topic, settled);
        int announced = 0;
        int chunks = 0;
        AnnounceAgain.Result result;
        do {
            result = announceAgain.some(readUntil, Math.min(CHUNK, config.atOnce() - announced));
            announced += result.announced();
            chunks++;
        } while (result.due() > 0 && announced < config.atOnce() && chunks < MOST_CHUNKS && leases.take(LEASE, TERM));
        if (announced > 0) {
            LOG.warnf("event=announced-again turns=%d", announced);
        }
    }

    private void countOnceMore(LocalDate date) {
        Instant end = ReconciledDays.start(date.plusDays(1));
        Instant from = ReconciledDays.start(date);
        Count count = Count.NONE;
        while (from.isBefore(end)) {
            if (!leases.take(LEASE, TERM)) {
                return;
            }
            Window window = compareTurns.again(from, end);
            count = count.plus(window.count());
            from = window.end();
        }
        days.close(date, count);
    }
}
