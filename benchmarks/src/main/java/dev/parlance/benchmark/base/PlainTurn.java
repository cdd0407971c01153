package dev.parlance.benchmark.base;

import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.Phrases;
import dev.parlance.contract.EventRecord;
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
final class PlainTurn implements AutoCloseable {
    private static final int HASH_LENGTH = 32;

    private final Connection connection;
    private final Crowd crowd;
    private final PreparedStatement next;
    private final PreparedStatement turn;
    private final PreparedStatement announcement;

    PlainTurn(Connection connection, Crowd crowd) throws SQLException {
        this.connection = connection;
        this.crowd = crowd;
        this.next = connection.prepareStatement("update conversation set last_sequence = last_sequence + 1, "
                + "turn_count = turn_count + 1, last_activity_at = ? where tenant = 'default' and id = ? "
                + "returning last_sequence");
        this.turn = connection.prepareStatement("insert into turn (tenant, id, conversation_id, sequence, "
                + "learner_text, reply_text, occurred_at, recorded_at, duration_ms, language, word_timings, audio, "
                + "metadata, sent_hash) values ('default', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.announcement =
                connection.prepareStatement("insert into outbox (topic, key, headers, value) values (?, ?, ?, ?)");
    }

    void begin(int number) throws SQLException {
        try (var insert = connection.prepareStatement("insert into conversation (tenant, id, learner_id, guest, "
                + "channel, language, time_zone, module, metadata, started_at, last_activity_at, sent_hash) values "
                + "('default', ?, ?, false, 'app', ?, 'UTC', 'benchmark', '{}', now(), now(), ?)")) {
            insert.setObject(1, crowd.conversation(number));
            insert.setString(2, crowd.learner(number));
            insert.setString(3, Phrases.of(number).language());
            insert.setBytes(4, new byte[HASH_LENGTH]);
            insert.executeUpdate();
        }
        connection.commit();
    }

    /// @param event what is announced: as large as the service's own
    void say(int number, EventRecord event) throws SQLException {
        UUID conversation = crowd.conversation(number);
        int learner = number % crowd.size();
        int variant = learner + number / crowd.size();
        var now = new Timestamp(System.currentTimeMillis());
        next.setTimestamp(1, now);
        next.setObject(2, conversation);
        int sequence;
        try (var row = next.executeQuery()) {
            row.next();
            sequence = row.getInt(1);
        }
        turn.setObject(1, UUID.randomUUID());
        turn.setObject(2, conversation);
        turn.setInt(3, sequence);
        turn.setString(4, Crowd.text(learner, variant));
        turn.setString(5, Crowd.text(learner, variant + 1));
        turn.setTimestamp(6, now);
        turn.setTimestamp(7, now);
        turn.setInt(8, 1000 + variant % 1000);
        turn.setString(9, Phrases.of(learner).language());
        turn.setNull(10, Types.VARCHAR);
        turn.setNull(11, Types.VARCHAR);
        turn.setString(12, "{}");
        turn.setBytes(13, new byte[HASH_LENGTH]);
        turn.executeUpdate();
        announcement.setString(1, event.topic().name("parlance."));
        announcement.setString(2, event.key());
        announcement.setString(3, lines(event.headers()));
        announcement.setBytes(4, event.value());
        announcement.executeUpdate();
        connection.commit();
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
