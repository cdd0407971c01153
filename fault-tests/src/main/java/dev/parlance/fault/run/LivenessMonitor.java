package dev.parlance.fault.run;

import dev.parlance.fault.cluster.TestCluster;
import dev.parlance.platform.client.ServiceProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Probes the liveness of every instance all the time, as an orchestrator does.
final class LivenessMonitor implements AutoCloseable {
    private static final long PROBE_INTERVAL_MILLIS = 500;
    private static final int MAX_SILENT_PROBES = 6;

    private final TestCluster cluster;
    private final Set<Long> liveProcesses = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> silentProbes = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);

    private LivenessMonitor(TestCluster cluster) {
        this.cluster = cluster;
    }

    static LivenessMonitor start(TestCluster cluster) {
        var liveness = new LivenessMonitor(cluster);
        liveness.thread.start();
        return liveness;
    }

    /// Each time that a liveness probe was answered by an error, or not for long.
    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                cluster.all().forEach(this::probe);
                Thread.sleep(PROBE_INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A process that is starting is asked in vain; after its first answer it must go on answering.
    private void probe(ServiceProcess instance) {
        long pid = instance.isExpectedUp() ? instance.pid() : 0;
        int status = instance.isExpectedUp() ? instance.status("/q/health/live") : 0;
        if (!instance.isExpectedUp() || pid != instance.pid()) {
            return; // ended, or ended while it was asked
        }
        if (status == 200) {
            liveProcesses.add(pid);
            silentProbes.remove(pid);
        } else if (liveProcesses.contains(pid)
                && (status != 0 || silentProbes.merge(pid, 1, Integer::sum) > MAX_SILENT_PROBES)) {
            failures.add("%s answered %d".formatted(instance.service().module(), status));
        }
    }
}
