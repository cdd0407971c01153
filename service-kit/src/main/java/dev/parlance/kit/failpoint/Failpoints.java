package dev.parlance.kit.failpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Lets the process die at a chosen passage of a failpoint, without any shutdown hook, as `kill -9` would.
@ApplicationScoped
public class Failpoints {
    private static final Logger LOG = Logger.getLogger(Failpoints.class);
    private static final int STATUS = 137; // as after kill -9

    private final Map<Failpoint, AtomicInteger> left = new EnumMap<>(Failpoint.class);

    public Failpoints(FailpointConfig config) {
        if (FaultProfile.isActive()) {
            config.halt().forEach((failpoint, passage) -> left.put(failpoint, new AtomicInteger(passage)));
        }
    }

    public void pass(Failpoint failpoint) {
        if (left.isEmpty()) {
            return;
        }
        AtomicInteger count = left.get(failpoint);
        if (count != null && count.decrementAndGet() == 0) {
            LOG.warnf("event=failpoint-halt failpoint=%s", failpoint);
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
