package dev.parlance.benchmark.throughput.baseline;

import dev.parlance.benchmark.load.Phrases;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.contract.json.EventRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The textbook way to take in a turn, on one connection: lock and update the conversation's row, insert the turn,
/// insert the outbox row, commit.
final class BaselineTurnWriter implements AutoCloseable {
    private static final int HASH_LENGTH = 32;

    private final Connection connection;
    private final SimulatedLearners learners;
    private final PreparedStatement updateConversation;
    private final PreparedStatement insertTurn;
    private final PreparedStatement insertOutbox;

    BaselineTurnWriter(Connection connection, SimulatedLearners crowd) throws SQLException {
        this.connection = connection;
        this.learners = crowd;
        this.updateConversation =
                connection.prepareStatement("update conversation set last_sequence = last_sequence + 1, "
                        + "turn_count = turn_count + 1, last_activity_at = ? where tenant = 'default' and id = ? "
                        + "returning last_sequence");
        this.insertTurn = connection.prepareStatement("insert into turn (tenant, id, conversation_id, sequence, "
                + "learner_text, reply_text, occurred_at, recorded_at, duration_ms, language, word_timings, audio, "
                + "metadata, sent_hash) values ('default', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.insertOutbox =
                connection.prepareStatement("insert into outbox (topic, key, headers, value) values (?, ?, ?, ?)");
    }

    void insertConversation(int number) throws SQLException {
        try (var insert = connection.prepareStatement("insert into conversation (tenant, id, learner_id, guest, "
                + "channel, language, time_zone, module, metadata, started_at, last_activity_at, sent_hash) values "
                + "('default', ?, ?, false, 'app', ?, 'UTC', 'benchmark', '{}', now(), now(), ?)")) {
            insert.setObject(1, learners.conversationId(number));
            insert.setString(2, learners.learnerId(number));
            insert.setString(3, Phrases.forLearner(number).language());
            insert.setBytes(4, new byte[HASH_LENGTH]);
            insert.executeUpdate();
        }
        connection.commit();
    }

    /// @param event what is announced: as large as the service's own
    void writeTurn(int number, EventRecord event) throws SQLException {
        UUID conversation = learners.conversationId(number);
        int learner = number % learners.size();
        int variant = learner + number / learners.size();
        var now = new Timestamp(System.currentTimeMillis());
        updateConversation.setTimestamp(1, now);
        updateConversation.setObject(2, conversation);
        int sequence;
        try (var row = updateConversation.executeQuery()) {
            row.next();
            sequence = row.getInt(1);
        }
        insertTurn.setObject(1, UUID.randomUUID());
        insertTurn.setObject(2, conversation);
        insertTurn.setInt(3, sequence);
        insertTurn.setString(4, SimulatedLearners.turnText(learner, variant));
        insertTurn.setString(5, SimulatedLearners.turnText(learner, variant + 1));
        insertTurn.setTimestamp(6, now);
        insertTurn.setTimestamp(7, now);
        insertTurn.setInt(8, 1000 + variant % 1000);
        insertTurn.setString(9, Phrases.forLearner(learner).language());
        insertTurn.setNull(10, Types.VARCHAR);
        insertTurn.setNull(11, Types.VARCHAR);
        insertTurn.setString(12, "{}");
        insertTurn.setBytes(13, new byte[HASH_LENGTH]);
        insertTurn.executeUpdate();
        insertOutbox.setString(1, event.topic().name("parlance."));
        insertOutbox.setString(2, event.key());
        insertOutbox.setString(3, headerLines(event.headers()));
        insertOutbox.setBytes(4, event.value());
        insertOutbox.executeUpdate();
        connection.commit();
    }

    private static String headerLines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
