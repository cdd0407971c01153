package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.event.ConversationEvent;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.json.Decoded.Known;
import dev.parlance.contract.json.EventCodec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnRecordedEventsTest {
    private final SimulatedLearners crowd = new SimulatedLearners("hana-", 3);

    @Test
    void readersTakeThemForTheRealOnes() {
        var record = new TurnRecordedEvents(crowd).create(7, Instant.parse("2026-11-20T08:15:30.120Z"));

        var decoded = new EventCodec<>(ConversationEvent.class)
                .decode(record.headers().get("ce_type"), record.value());

        assertThat(decoded).isInstanceOfSatisfying(Known.class, known -> {
            var turn = (TurnRecorded) known.event();
            assertThat(turn.learnerId()).isEqualTo("hana-1");
            assertThat(turn.conversationId().value()).isEqualTo(crowd.conversationId(1));
            assertThat(turn.sequence()).isEqualTo(3);
            assertThat(turn.language()).isEqualTo("en");
            assertThat(turn.localDate()).hasToString("2026-11-20");
            assertThat(record.headers())
                    .containsEntry("ce_subject", turn.turnId().toString());
        });
        assertThat(record.key()).isEqualTo("default/hana-1");
        assertThat(record.headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
