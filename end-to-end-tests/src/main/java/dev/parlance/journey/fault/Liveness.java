package dev.parlance.journey.fault;

import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Asks every instance all the time whether it is alive, as an orchestrator does before it kills.
final class Liveness implements AutoCloseable {
    private static final long LOOK_MILLIS = 500;
    private static final int SILENT_TOO_OFTEN = 6;

    private final World world;
    private final Set<Long> up = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> silent = new ConcurrentHashMap<>();
    private final List<String> downs = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);

    private Liveness(World world) {
        this.world = world;
    }

    static Liveness watch(World world) {
        var liveness = new Liveness(world);
        liveness.thread.start();
        return liveness;
    }

    /// Each time that a service said it should be killed, or did not answer for long.
    List<String> downs() {
        return downs;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                world.all().forEach(this::look);
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A process that is starting is asked in vain; after its first answer it must go on answering.
    private void look(Instance instance) {
        long pid = instance.isWanted() ? instance.pid() : 0;
        int status = instance.isWanted() ? instance.status("/q/health/live") : 0;
        if (!instance.isWanted() || pid != instance.pid()) {
            return; // ended, or ended while it was asked
        }
        if (status == 200) {
            up.add(pid);
            silent.remove(pid);
        } else if (up.contains(pid) && (status != 0 || silent.merge(pid, 1, Integer::sum) > SILENT_TOO_OFTEN)) {
            downs.add("%s answered %d".formatted(instance.kind().module(), status));
        }
    }
}
