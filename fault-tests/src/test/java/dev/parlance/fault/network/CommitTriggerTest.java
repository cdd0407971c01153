package dev.parlance.fault.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class CommitTriggerTest {
    private final CommitTrigger trigger = new CommitTrigger();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aSimpleCommitIsSeen() {
        // Given
        startUp();
        message('Q', "COMMIT\0");
        // When / Then
        assertThat(fires()).isTrue();
    }

    @Test
    void aPreparedCommitIsSeenWheneverItIsBound() {
        // Given
        startUp();
        message('P', "S_1\0COMMIT\0\0\0");
        assertThat(fires()).isFalse();
        message('B', "\0S_1\0\0\0\0\0\0\0");
        message('E', "\0\0\0\0\0");
        message('S', "");
        assertThat(fires()).isTrue();
        message('B', "\0S_1\0\0\0\0\0\0\0");
        // When / Then
        assertThat(fires()).isTrue();
    }

    @Test
    void otherStatementsAreNone() {
        // Given
        startUp();
        message('P', "S_1\0insert into turn values ('COMMIT')\0\0\0");
        message('B', "\0S_1\0\0\0\0\0\0\0");
        message('Q', "BEGIN\0");
        // When / Then
        assertThat(fires()).isFalse();
    }

    @Test
    void aCommitThatArrivesByteByByteIsSeenOnce() {
        // Given
        startUp();
        message('P', "S_1\0COMMIT\0\0\0");
        message('B', "\0S_1\0\0\0\0\0\0\0");
        message('S', "");
        int times = 0;
        // When
        for (byte one : sent.toByteArray()) {
            times += trigger.firesOn(new byte[] {one}, 1) ? 1 : 0;
        }
        // Then
        assertThat(times).isEqualTo(1);
    }

    @Test
    void aLongStatementHidesNothingThatFollows() {
        // Given
        startUp();
        message('P', "S_2\0" + "select ".repeat(500) + "\0\0\0");
        message('Q', "commit\0");
        // When / Then
        assertThat(fires()).isTrue();
    }

    /// A request for encryption, as the driver begins, and the start-up message.
    private void startUp() {
        sent.writeBytes(ByteBuffer.allocate(8).putInt(8).putInt(80877103).array());
        byte[] user = "user\0analysis_app\0\0".getBytes(US_ASCII);
        sent.writeBytes(
                ByteBuffer.allocate(8).putInt(8 + user.length).putInt(3 << 16).array());
        sent.writeBytes(user);
        message('p', "scram\0");
    }

    private void message(char type, String body) {
        byte[] bytes = body.getBytes(US_ASCII);
        sent.write(type);
        sent.writeBytes(ByteBuffer.allocate(4).putInt(4 + bytes.length).array());
        sent.writeBytes(bytes);
    }

    private boolean fires() {
        byte[] all = sent.toByteArray();
        sent.reset();
        return trigger.firesOn(all, all.length);
    }
}
