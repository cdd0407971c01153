package dev.parlance.kit.failpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Ends the process at a chosen passage of a failpoint, without shutdown hooks, as `kill -9` does; or blocks the
/// thread there for ever, like a call that is never answered.
@ApplicationScoped
public class Failpoints {
    private static final Logger LOG = Logger.getLogger(Failpoints.class);
    private static final int EXIT_STATUS = 137; // as after kill -9

    private final Map<Failpoint, AtomicInteger> untilHalt = new EnumMap<>(Failpoint.class);
    private final Map<Failpoint, AtomicInteger> untilHang = new EnumMap<>(Failpoint.class);

    public Failpoints(FailpointConfig config) {
        if (FaultProfile.isActive()) {
            config.halt().forEach((failpoint, passage) -> untilHalt.put(failpoint, new AtomicInteger(passage)));
            config.hang().forEach((failpoint, passage) -> untilHang.put(failpoint, new AtomicInteger(passage)));
        }
    }

    public void pass(Failpoint failpoint) {
        if (isDue(untilHalt, failpoint)) {
            LOG.warnf("event=failpoint-halt failpoint=%s", failpoint);
            Runtime.getRuntime().halt(EXIT_STATUS);
        }
        if (isDue(untilHang, failpoint)) {
            LOG.warnf("event=failpoint-hang failpoint=%s", failpoint);
            hang();
        }
    }

    private static boolean isDue(Map<Failpoint, AtomicInteger> passages, Failpoint failpoint) {
        AtomicInteger remaining = passages.get(failpoint);
        return remaining != null && remaining.decrementAndGet() == 0;
    }

    private static void hang() {
        while (true) {
            LockSupport.park();
            var _ = Thread.interrupted(); // otherwise park returns at once
        }
    }
}
