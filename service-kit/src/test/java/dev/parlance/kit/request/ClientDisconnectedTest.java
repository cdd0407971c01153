package dev.parlance.kit.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ClientDisconnectedTest {
    @Test
    void aBodyThatBreaksOffIsTheClients() {
        assertThat(ClientDisconnected.isCauseOf(
                        new UncheckedIOException(new ClientDisconnected(new ClosedChannelException())), false))
                .isTrue();
        assertThat(ClientDisconnected.isCauseOf(new HttpClosedException("closed"), false))
                .isTrue();
    }

    @Test
    void aFailedWriteIsTheClientsIfItsConnectionIsClosed() {
        // Given
        var failure = new IOException("Failed to write", new IOException("Broken pipe"));
        // Then
        assertThat(ClientDisconnected.isCauseOf(failure, true)).isTrue();
        assertThat(ClientDisconnected.isCauseOf(failure, false)).isFalse();
    }

    @Test
    void aConnectionToTheDatabaseThatBreaksIsNotTheClients() {
        // Given
        var failure = new IllegalStateException(new SQLException("broken", "08006", new IOException("Broken pipe")));
        // Then
        assertThat(ClientDisconnected.isCauseOf(failure, true)).isFalse();
    }
}
