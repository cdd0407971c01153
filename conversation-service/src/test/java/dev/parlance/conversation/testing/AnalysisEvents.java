package dev.parlance.conversation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.contract.json.EventCodec;
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

/// Publishes events as analysis-service does.
public final class AnalysisEvents {
    private AnalysisEvents() {}

    public static void publish(
            String conversation, String turn, int sequence, long revision, String word, boolean firstUse) {
        publish(conversation, turn, sequence, revision, word, firstUse, List.of());
    }

    public static void publish(
            String conversation,
            String turn,
            int sequence,
            long revision,
            String word,
            boolean firstUse,
            List<Highlight> highlights) {
        publishFor("learner-" + conversation, conversation, turn, sequence, revision, word, firstUse, highlights);
    }

    public static void publishFor(
            String learner,
            String conversation,
            String turn,
            int sequence,
            long revision,
            String word,
            boolean firstUse,
            List<Highlight> highlights) {
        publishFor(learner, conversation, turn, sequence, revision, null, word("ja", word, firstUse), highlights);
    }

    /// @param transcript revision of the transcript that the analysis has read; 0 for the recorded text
    public static void publishForTranscript(
            String conversation, String turn, long revision, long transcript, String word) {
        publishFor(
                "learner-" + conversation,
                conversation,
                turn,
                1,
                revision,
                transcript,
                word("ja", word, true),
                List.of());
    }

    /// A Japanese turn that holds this word.
    public static void publish(String conversation, String turn, long revision, Word word) {
        publishFor("learner-" + conversation, conversation, turn, 1, revision, null, word, List.of());
    }

    /// @param language primary subtag; null as in events from before words had one
    public static Word word(String language, String word, boolean firstUse) {
        return new Word(language, word, word, word, 1, firstUse, null, null);
    }

    private static void publishFor(
            String learner,
            String conversation,
            String turn,
            int sequence,
            long revision,
            Long transcript,
            Word word,
            List<Highlight> highlights) {
        var context = new TurnContext(
                "default",
                learner,
                new ConversationId(UUID.fromString(conversation)),
                new TurnId(UUID.fromString(turn)),
                sequence,
                "app",
                "free-talk",
                "ja",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 9),
                Instant.parse("2026-11-09T03:00:00Z"));
        var event = new TurnAnalyzed(
                context,
                revision,
                transcript,
                "completed",
                null,
                Map.of("vocabulary", 1),
                1,
                0,
                1,
                List.of(word),
                highlights,
                List.of());
        send(
                event.key(),
                event.type(),
                new String(EventCodec.encode(event, "analysis-service").value(), UTF_8));
    }

    public static void send(String key, String type, String value) {
        sendTo("parlance.analysis-events", key, type, value);
    }

    public static void sendTo(String topic, String key, String type, String value) {
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
