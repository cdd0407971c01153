package dev.parlance.kit.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;

/// How often each batch that is being applied has failed in a row. A part of it that is applied begins a new row.
@ApplicationScoped
public class FailedAttempts {
    private final Set<OfBatch> batches = ConcurrentHashMap.newKeySet();

    /// Until it is closed, the batch is being applied.
    OfBatch begin(Set<TopicPartition> partitions) {
        var batch = new OfBatch(Set.copyOf(partitions));
        batches.add(batch);
        return batch;
    }

    /// The most of any batch with records of this topic; 0 if none has failed.
    public int max(String topic) {
        return batches.stream()
                .filter(batch ->
                        batch.partitions.stream().anyMatch(one -> one.topic().equals(topic)))
                .mapToInt(batch -> batch.count.get())
                .max()
                .orElse(0);
    }

    /// Whether a batch with records of this partition has failed and is tried again.
    public boolean isRetried(TopicPartition partition) {
        return batches.stream().anyMatch(batch -> batch.count.get() > 0 && batch.partitions.contains(partition));
    }

    /// Those of one batch.
    final class OfBatch implements AutoCloseable {
        private final Set<TopicPartition> partitions;
        private final AtomicInteger count = new AtomicInteger();

        private OfBatch(Set<TopicPartition> partitions) {
            this.partitions = partitions;
        }

        void failed() {
            count.incrementAndGet();
        }

        void applied() {
            count.set(0);
        }

        @Override
        public void close() {
            batches.remove(this);
        }
    }
}
