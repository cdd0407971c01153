package dev.parlance.conversation.audio.transfer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.audio.transfer.ClientPermits.Permit;
import dev.parlance.kit.problem.Overloaded;
import org.junit.jupiter.api.Test;

class ClientPermitsTest {
    private final ClientPermits permits = new ClientPermits(3, 2);

    @Test
    void oneClientDoesNotKeepTheOthersAway() {
        // Given
        var _ = permits.acquire("a");
        var _ = permits.acquire("a");
        // Then
        assertThatThrownBy(() -> permits.acquire("a")).isInstanceOf(Overloaded.class);
        assertThatCode(() -> permits.acquire("b")).doesNotThrowAnyException();
        assertThatThrownBy(() -> permits.acquire("c")).isInstanceOf(Overloaded.class);
    }

    @Test
    void aPermitIsGivenBackOnce() {
        // Given
        var _ = permits.acquire("a");
        Permit second = permits.acquire("a");
        // When
        second.close();
        second.close();
        // Then
        var _ = permits.acquire("a");
        assertThatThrownBy(() -> permits.acquire("a")).isInstanceOf(Overloaded.class);
    }
}
