package dev.parlance.kit.failpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Lets the process die at a chosen passage of a failpoint, without any shutdown hook, as `kill -9` would; or lets the
/// thread that passes hang there for good, as one that waits for an answer that never comes.
@ApplicationScoped
public class Failpoints {
    private static final Logger LOG = Logger.getLogger(Failpoints.class);
    private static final int STATUS = 137; // as after kill -9

    private final Map<Failpoint, AtomicInteger> untilHalt = new EnumMap<>(Failpoint.class);
    private final Map<Failpoint, AtomicInteger> untilHang = new EnumMap<>(Failpoint.class);

    public Failpoints(FailpointConfig config) {
        if (FaultProfile.isActive()) {
            config.halt().forEach((failpoint, passage) -> untilHalt.put(failpoint, new AtomicInteger(passage)));
            config.hang().forEach((failpoint, passage) -> untilHang.put(failpoint, new AtomicInteger(passage)));
        }
    }

    public void pass(Failpoint failpoint) {
        if (isTime(untilHalt, failpoint)) {
            LOG.warnf("event=failpoint-halt failpoint=%s", failpoint);
            Runtime.getRuntime().halt(STATUS);
        }
        if (isTime(untilHang, failpoint)) {
            LOG.warnf("event=failpoint-hang failpoint=%s", failpoint);
            hang();
        }
    }

    private static boolean isTime(Map<Failpoint, AtomicInteger> left, Failpoint failpoint) {
        AtomicInteger count = left.get(failpoint);
        return count != null && count.decrementAndGet() == 0;
    }

    private static void hang() {
        while (true) {
            LockSupport.park();
            var _ = Thread.interrupted(); // or park returns at once from now on
        }
    }
}
