package dev.parlance.benchmark.installation.storage;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/// The size of a topic.
///
/// @param bytes  of keys, values and headers, as readers get them
/// @param diskBytes what the broker keeps: batches, compressed, with their framing; without indexes
public record TopicSize(String topic, long records, long bytes, long diskBytes) {
    public static List<TopicSize> readAll(String kafka) {
        try (var admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            List<TopicSize> sizes = new ArrayList<>();
            for (String topic :
                    admin.listTopics().names().get().stream().sorted().toList()) {
                sizes.add(read(kafka, topic, diskBytes(admin, topic)));
            }
            return sizes;
        } catch (ExecutionException e) {
            throw Failure.failed("The broker does not tell its sizes (%s).".formatted(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("Stopped.");
        }
    }

    private static long diskBytes(Admin admin, String topic) throws ExecutionException, InterruptedException {
        return admin
                .describeLogDirs(admin.describeCluster().nodes().get().stream()
                        .map(node -> node.id())
                        .toList())
                .allDescriptions()
                .get()
                .values()
                .stream()
                .flatMap(directories -> directories.values().stream())
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    private static TopicSize read(String kafka, String topic, long onDisk) {
        var records = new LongAdder();
        var bytes = new LongAdder();
        new TopicReader(kafka).forEach(topic, record -> {
            records.increment();
            bytes.add(recordBytes(record));
        });
        return new TopicSize(topic, records.sum(), bytes.sum(), onDisk);
    }

    private static long recordBytes(ConsumerRecord<byte[], byte[]> record) {
        long size = (long) Math.max(record.serializedKeySize(), 0) + Math.max(record.serializedValueSize(), 0);
        for (var header : record.headers()) {
            size += Utils.utf8Length(header.key()) + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
