package dev.parlance.fault.scenario.client;

import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.load.ConversationFlood;
import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;

/// More requests than the service can serve, from clients that give up and send again. A slow database sets what it can
/// serve, so that the machine of the test has little to do with it.
public final class T37Metastable implements FaultScenario {
    private static final Duration ROUND_TRIP = Duration.ofMillis(100);
    private static final int BYTES_PER_SECOND = 50_000_000;
    private static final int CLIENTS_AT_CAPACITY = 48;
    private static final int OVERLOAD_FACTOR = 3;
    private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(3);
    private static final int PROBES_IN_A_ROW = 10;
    private static final double MAX_QUEUE_SECONDS = 5.5;

    @Override
    public String id() {
        return "T37";
    }

    @Override
    public String title() {
        return "overload, then normal load";
    }

    @Override
    public String promise() {
        return "three times the requests that the service can serve, for 60 s, from clients that hang up and send again:"
                + " the rest is answered 503, no request is begun that has waited longer than 5 s or whose client has"
                + " gone, and 10 s after the end all are answered";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        ServiceProcess service = run.cluster().first(Service.CONVERSATION);
        ChaosProxy database = run.cluster().databaseProxy(Service.CONVERSATION);
        run.startStandardLoad();
        run.awaitRecovery("the start");
        run.recordFault("%d ms to the database and back".formatted(ROUND_TRIP.toMillis()));
        database.apply(new NetworkFault.Slow(ROUND_TRIP, BYTES_PER_SECOND));
        try {
            overload(run, service);
            Duration recovered = probe(run, service);
            run.require(
                    recovered.compareTo(RECOVERY_TIMEOUT) <= 0,
                    "normal load was answered only %.1f s after the overload".formatted(recovered.toMillis() / 1e3));
        } finally {
            database.clear();
        }
        run.awaitRecovery("the overload");
        run.drain(run.scale().seconds(240, 90));
    }

    private static void overload(FaultRun run, ServiceProcess service) throws Exception {
        try (var flood = new ConversationFlood(service::url)) {
            double capacity =
                    flood.measureCapacity(CLIENTS_AT_CAPACITY, run.scale().seconds(5, 10));
            run.note("%.0f conversations a second can be started".formatted(capacity));
            int acceptedBefore = flood.accepted();
            double abandonedBefore = abandonedInQueue(service);
            Duration length = run.scale().seconds(20, 60);
            run.recordFault(
                    "%.0f requests a second for %d s".formatted(OVERLOAD_FACTOR * capacity, length.toSeconds()));
            flood.start(OVERLOAD_FACTOR * capacity);
            double longestQueueSeconds = 0;
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                run.sleep(Duration.ofSeconds(1));
                longestQueueSeconds =
                        Math.max(longestQueueSeconds, service.metric("parlance_request_queue_time_seconds_max"));
            }
            run.note(
                    "%d accepted, %d refused, %d clients hung up; served requests had waited for a thread %.1f s at most"
                            .formatted(
                                    flood.accepted() - acceptedBefore,
                                    flood.refused(),
                                    flood.unanswered(),
                                    longestQueueSeconds));
            run.recordProof("requests refused with 503", flood.refused());
            run.recordProof(
                    "requests not begun because their client had gone",
                    Math.round(abandonedInQueue(service) - abandonedBefore));
            run.require(
                    longestQueueSeconds <= MAX_QUEUE_SECONDS,
                    "a request was begun after it had waited %.1f s".formatted(longestQueueSeconds));
        }
    }

    /// @return when the first of so many accepted requests in a row was sent, counted from now
    private static Duration probe(FaultRun run, ServiceProcess service) throws InterruptedException {
        long begun = System.nanoTime();
        long deadline = begun + RECOVERY_TIMEOUT.multipliedBy(12).toNanos();
        long firstAccepted = begun;
        int inARow = 0;
        try (var client = new ConversationFlood(service::url)) {
            while (inARow < PROBES_IN_A_ROW) {
                long sent = System.nanoTime();
                if (sent > deadline) {
                    throw new FaultTestFailure("normal load is not answered %d s after the overload"
                            .formatted(Duration.ofNanos(sent - begun).toSeconds()));
                }
                if (!client.send(PROBE_PATIENCE)) {
                    inARow = 0;
                } else if (inARow++ == 0) {
                    firstAccepted = sent;
                }
                run.sleep(Duration.ofMillis(100));
            }
        }
        Duration recovered = Duration.ofNanos(firstAccepted - begun);
        run.note("normal load is answered %.1f s after the overload".formatted(recovered.toMillis() / 1e3));
        return recovered;
    }

    private static double abandonedInQueue(ServiceProcess service) throws Exception {
        return service.metric("parlance_request_abandoned_total{stage=\"queued\"}");
    }
}
