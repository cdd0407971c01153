package dev.parlance.kit.pipeline;

import dev.parlance.kit.intake.BrokerOffsets;
import dev.parlance.kit.problem.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Whether those who read this service's events have come to them yet: what has not been read is late, what has been
/// read without effect is lost.
@ApplicationScoped
public class Downstream {
    private static final Logger LOG = Logger.getLogger(Downstream.class);

    private final BrokerOffsets offsets;
    private final Backlog backlog;
    private final Clock clock;
    private final Map<String, ReadMarks> marks = new ConcurrentHashMap<>();

    Downstream(BrokerOffsets offsets, Backlog backlog, Clock clock) {
        this.offsets = offsets;
        this.backlog = backlog;
        this.clock = clock;
    }

    /// Looks where the group stands now; to be called every few seconds. What is not known is taken for not read.
    public void look(String group, String topic) throws InterruptedException {
        Instant now = clock.instant();
        Instant publishedUntil = now.minus(backlog.latest().oldest());
        try {
            Map<TopicPartition, Long> ends = offsets.ends(offsets.partitions(List.of(topic)));
            Map<TopicPartition, Long> next = offsets.committed(group);
            marks.computeIfAbsent(group + " " + topic, _ -> new ReadMarks()).look(now, publishedUntil, ends, next);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debugf("event=downstream-unknown group=%s cause=%s", group, TransientFailure.brief(e));
        }
    }

    /// Everything that was published before this had been read by then.
    public Instant readUntil(String group, String topic, Instant then) {
        ReadMarks of = marks.get(group + " " + topic);
        return of == null ? Instant.EPOCH : of.readUntil(then);
    }
}
