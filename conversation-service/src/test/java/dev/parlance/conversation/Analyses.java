package dev.parlance.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.TurnId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Speaks as the analysis-service does.
final class Analyses {
    private Analyses() {}

    static void tell(String conversation, String turn, int sequence, long revision, String word, boolean firstUse) {
        tell(conversation, turn, sequence, revision, word, firstUse, List.of());
    }

    static void tell(
            String conversation,
            String turn,
            int sequence,
            long revision,
            String word,
            boolean firstUse,
            List<Highlight> highlights) {
        tellOf("learner-" + conversation, conversation, turn, sequence, revision, word, firstUse, highlights);
    }

    static void tellOf(
            String learner,
            String conversation,
            String turn,
            int sequence,
            long revision,
            String word,
            boolean firstUse,
            List<Highlight> highlights) {
        tellOf(learner, conversation, turn, sequence, revision, null, word, firstUse, highlights);
    }

    /// What it found in a turn of which it knows the transcript of this revision; 0: as it was recorded.
    static void tellHeard(String conversation, String turn, long revision, long transcript, String word) {
        tellOf("learner-" + conversation, conversation, turn, 1, revision, transcript, word, true, List.of());
    }

    private static void tellOf(
            String learner,
            String conversation,
            String turn,
            int sequence,
            long revision,
            Long transcript,
            String word,
            boolean firstUse,
            List<Highlight> highlights) {
        var event = new TurnAnalyzed(
                "default",
                learner,
                new ConversationId(UUID.fromString(conversation)),
                new TurnId(UUID.fromString(turn)),
                sequence,
                revision,
                transcript,
                "completed",
                "ja",
                "app",
                "free-talk",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 9),
                Instant.parse("2026-11-09T03:00:00Z"),
                null,
                Map.of("vocabulary", 1),
                1,
                0,
                1,
                List.of(new Word("ja", word, word, word, 1, firstUse, null, null)),
                highlights,
                List.of());
        send(
                event.key(),
                event.type(),
                new String(EventCodec.encode(event, "analysis-service").value(), UTF_8));
    }

    static void send(String key, String type, String value) {
        sendTo("parlance.analysis-events", key, type, value);
    }

    static void sendTo(String topic, String key, String type, String value) {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value.getBytes(UTF_8));
            record.headers().add("ce_type", type.getBytes(UTF_8));
            record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
            var _ = producer.send(record);
            producer.flush();
        }
    }
}
