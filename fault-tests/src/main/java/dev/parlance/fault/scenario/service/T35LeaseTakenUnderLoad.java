package dev.parlance.fault.scenario.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.cluster.TopicRecord;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The relay of summary-service changes from one instance to another all the time, while several instances write
/// revision after revision of a few days. The database is slow for them: their transactions are long and overlap. The
/// invariant I6 compares what is left on the compacted topics with the rows.
public final class T35LeaseTakenUnderLoad implements FaultScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEARNERS = 20;
    private static final double TURNS_PER_SECOND = 60;
    private static final double DUPLICATE_RATIO = 0.05;
    private static final Duration DATABASE_ROUND_TRIP = Duration.ofMillis(20);
    private static final int BYTES_PER_SECOND = 16 << 20;
    private static final Duration LEASE_TIMEOUT = Duration.ofSeconds(120);
    /// Several times the duration of a lease.
    private static final Duration HOLDER_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration SETTLE_DELAY = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_PAUSE_MILLIS = 700;

    @Override
    public String id() {
        return "T35";
    }

    @Override
    public String title() {
        return "lease taken under load";
    }

    @Override
    public String promise() {
        return "the relay's lease is taken away, its holder stopped, killed and ended, again and again, while several"
                + " instances write many revisions of the same days: revisions of a key never go down on a compacted topic,"
                + " and its last record is the row";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        List<ServiceProcess> added = new ArrayList<>();
        for (int at = 1; at < run.scale().pick(2, 3); at++) {
            ServiceProcess instance = run.cluster().newInstance(Service.SUMMARY);
            instance.start();
            added.add(instance);
        }
        long fenced = run.cluster().countLogLines("event=relay-paused");
        ChaosProxy database = run.cluster().databaseProxy(Service.SUMMARY);
        int delayed = database.delayedReads();
        database.apply(new NetworkFault.Slow(DATABASE_ROUND_TRIP, BYTES_PER_SECOND));
        run.startLoad(new LoadProfile(run.prefix(), LEARNERS, TURNS_PER_SECOND, DUPLICATE_RATIO));
        run.awaitRecovery("the start");
        int changes = 0;
        for (int round = 0; round < run.scale().pick(1, 8); round++) {
            changes += takeLease(run, run.scale().pick(12, 40));
            changes += pauseHolder(run);
            changes += killHolder(run);
            changes += stopHolder(run);
        }
        run.recordProof("reads of the database delayed", database.delayedReads() - delayed);
        database.clear();
        run.awaitRecovery("the last change of the holder");
        run.drain(run.scale().seconds(240, 120));
        run.recordProof("times that the lease changed hands", changes);
        run.note("relays that were interrupted by another: %d"
                .formatted(run.cluster().countLogLines("event=relay-paused") - fenced));
        countRevisions(run);
        added.forEach(run.cluster()::remove);
    }

    /// Takes the lease away while its holder works and believes that it still has it: the next one to ask gets it.
    private static int takeLease(FaultRun run, int times) throws InterruptedException {
        run.recordFault("the lease of the relay is taken away %d times".formatted(times));
        int changes = 0;
        for (int time = 0; time < times; time++) {
            String before = holder(run);
            run.cluster().sql("postgres").execute("delete from summary.lease where name = 'relay'");
            var _ = Polling.await("somebody holds the lease", LEASE_TIMEOUT, () -> !holder(run)
                    .isEmpty());
            changes += holder(run).equals(before) ? 0 : 1;
            run.sleep(Duration.ofMillis(run.random().nextInt(MAX_PAUSE_MILLIS)));
        }
        return changes;
    }

    /// The holder stands still until another has the lease, and then goes on with what it was about to send.
    private static int pauseHolder(FaultRun run) throws InterruptedException {
        String before = holder(run);
        ServiceProcess sender = findSender(run);
        run.recordFault("the instance whose relay sends stands still until another has the lease");
        sender.pause();
        int changed = awaitOtherHolder(run, before);
        run.sleep(Duration.ofSeconds(1));
        sender.resume();
        run.awaitRecovery("its return");
        return changed;
    }

    private static int killHolder(FaultRun run) throws InterruptedException {
        String before = holder(run);
        FaultActions.killAndRestart(run, findSender(run));
        return awaitOtherHolder(run, before);
    }

    private static int stopHolder(FaultRun run) throws InterruptedException {
        String before = holder(run);
        ServiceProcess sender = findSender(run);
        run.recordFault("SIGTERM to the instance whose relay sends: it gives the lease back");
        double seconds = FaultActions.stopWithin(run, sender, STOP_TIMEOUT);
        run.note("it ended after %.1f s".formatted(seconds));
        int changed = awaitOtherHolder(run, before);
        sender.start();
        return changed;
    }

    /// The instance whose relay has sent something just now. A former holder may send for a moment after it has lost
    /// the lease.
    private static ServiceProcess findSender(FaultRun run) throws InterruptedException {
        run.sleep(SETTLE_DELAY);
        List<ServiceProcess> instances = run.cluster().all(Service.SUMMARY);
        Map<ServiceProcess, Double> before = new HashMap<>();
        List<ServiceProcess> senders = new ArrayList<>();
        var _ = Polling.await("a relay of summary-service sends", LEASE_TIMEOUT, () -> {
            for (ServiceProcess instance : instances) {
                double sent = instance.metric("parlance_relay_sent_records_total");
                if (sent > before.getOrDefault(instance, sent)) {
                    senders.add(instance);
                }
                before.put(instance, sent);
            }
            return !senders.isEmpty();
        });
        return senders.getLast();
    }

    /// @return 0 if the lease had changed hands before the fault, so that its holder was another instance
    private static int awaitOtherHolder(FaultRun run, String before) throws InterruptedException {
        try {
            var _ = Polling.await("another instance has the lease", HOLDER_TIMEOUT, () -> {
                String now = holder(run);
                return !now.isEmpty() && !now.equals(before);
            });
            return 1;
        } catch (FaultTestFailure unchanged) {
            run.note("the instance did not hold the lease any more");
            return 0;
        }
    }

    private static String holder(FaultRun run) {
        return String.join(
                "",
                run.readOnlySql()
                        .query("select holder from summary.lease where name = 'relay'", row -> row.getString(1)));
    }

    /// Without several revisions of a day on the topic nothing could have been out of order.
    private static void countRevisions(FaultRun run) throws IOException {
        for (String topic : List.of("daily-summaries", "module-usage")) {
            Map<String, Set<Long>> revisions = new HashMap<>();
            String key = topic.equals("module-usage") ? "default/t35/" : "default/" + run.prefix() + "-";
            for (TopicRecord entry : TopicRecord.readAll(
                    run.cluster().bootstrapServers(), "parlance." + topic, name -> name.startsWith(key), true)) {
                if (entry.value().length > 0) {
                    revisions
                            .computeIfAbsent(entry.key(), _ -> new HashSet<>())
                            .add(JSON.readTree(entry.value()).path("revision").asLong());
                }
            }
            run.recordProof(
                    "days on %s with several revisions".formatted(topic),
                    revisions.values().stream().filter(all -> all.size() > 1).count());
            run.note("%s: %d revisions of %d days"
                    .formatted(
                            topic,
                            revisions.values().stream().mapToInt(Set::size).sum(),
                            revisions.size()));
        }
    }
}
