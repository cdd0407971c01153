package dev.parlance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;

/// Rows, records and answers of an installation of an earlier commit; its README says which.
final class KeptInstallation {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> files = new TreeMap<>();

    KeptInstallation() {
        try (var zip = new ZipInputStream(open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open() {
        return KeptInstallation.class.getResourceAsStream("/kept-installation.zip");
    }

    /// The lines of a table's CSV, the header first.
    List<String> table(String schemaAndName) {
        return files.get(schemaAndName + ".csv").lines().toList();
    }

    /// Adds the kept rows of a table to those that stand there.
    void copyInto(Connection owner, String schemaAndName) throws SQLException, IOException {
        String csv = files.get(schemaAndName + ".csv");
        String columns = csv.substring(0, csv.indexOf('\n'));
        owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy %s (%s) from stdin with (format csv, header)".formatted(schemaAndName, columns),
                        new StringReader(csv));
    }

    /// Sends the kept records of a topic to the partitions where they were.
    ///
    /// @return how many there are
    int publish(String bootstrapServers, String topic) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) bootstrapServers),
                new StringSerializer(),
                new StringSerializer())) {
            for (String line : files.get(topic + ".jsonl").lines().toList()) {
                JsonNode kept = JSON.readTree(line);
                JsonNode value = kept.get("value");
                var record = new ProducerRecord<>(
                        "parlance." + topic,
                        kept.get("partition").asInt(),
                        kept.get("key").asText(),
                        value.isNull() ? null : value.toString());
                kept.get("headers").properties().forEach(header -> record.headers()
                        .add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
                sent.add(producer.send(record));
            }
            for (Future<?> one : sent) {
                var _ = one.get();
            }
        }
        return sent.size();
    }

    /// What a service answered.
    JsonNode answer(String name) {
        try {
            return JSON.readTree(files.get("answers/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
