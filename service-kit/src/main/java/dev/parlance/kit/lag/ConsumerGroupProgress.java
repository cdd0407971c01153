package dev.parlance.kit.lag;

import dev.parlance.kit.admission.OutboxBacklog;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.offset.BrokerOffsets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// How far other services' consumer groups have read this service's events: an event that was not read yet is late;
/// an event that was read without effect is lost.
@ApplicationScoped
public class ConsumerGroupProgress {
    private static final Logger LOG = Logger.getLogger(ConsumerGroupProgress.class);

    private final BrokerOffsets offsets;
    private final OutboxBacklog backlog;
    private final Clock clock;
    private final Map<String, Watermarks> watermarks = new ConcurrentHashMap<>();

    ConsumerGroupProgress(BrokerOffsets offsets, OutboxBacklog backlog, Clock clock) {
        this.offsets = offsets;
        this.backlog = backlog;
        this.clock = clock;
    }

    /// Measures a group; to be called every few seconds. After a failure, nothing further counts as read.
    public void poll(String group, String topic) throws InterruptedException {
        Instant now = clock.instant();
        Instant publishedUntil = now.minus(backlog.latest().oldestAge());
        try {
            Map<TopicPartition, Long> ends = offsets.endOffsets(offsets.partitions(List.of(topic)));
            Map<TopicPartition, Long> next = offsets.committedOffsets(group);
            watermarks
                    .computeIfAbsent(group + " " + topic, _ -> new Watermarks())
                    .update(now, publishedUntil, ends, next);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debugf("event=consumer-group-check-failed group=%s cause=%s", group, TransientFailure.brief(e));
        }
    }

    /// Everything published before the result had been read at `then`.
    public Instant readUntil(String group, String topic, Instant then) {
        Watermarks found = watermarks.get(group + " " + topic);
        return found == null ? Instant.EPOCH : found.readUntil(then);
    }
}
