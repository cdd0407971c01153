package dev.parlance.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.event.ConversationEvent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    private final EventCodec<ConversationEvent> codec = new EventCodec<>(ConversationEvent.class);

    static Stream<String> hostileMetadata() {
        return Stream.of(
                "{\"a\": ".repeat(100) + "1" + "}".repeat(100),
                "[" + "{},".repeat(1_000_000) + "{}]",
                "9".repeat(1_000),
                "\"" + "x".repeat(2 << 20) + "\"");
    }

    @ParameterizedTest
    @MethodSource("hostileMetadata")
    void aRecordThatHoldsMoreThanAnyEventIsNotReadToItsEnd(String metadata) {
        byte[] value = "{\"metadata\": %s}".formatted(metadata).getBytes(UTF_8);
        assertThat(codec.decode("parlance.turn-recorded.v1", value))
                .isEqualTo(new Decoded.Unreadable<>(
                        "nested too deeply, of too many values, or with one that is too long"));
    }
}
