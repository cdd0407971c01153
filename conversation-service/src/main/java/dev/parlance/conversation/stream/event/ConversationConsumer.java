package dev.parlance.conversation.stream.event;

import dev.parlance.contract.event.ConversationEvent;
import dev.parlance.contract.event.ConversationEvent.ConversationEnded;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.event.Topic;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.json.Decoded.Known;
import dev.parlance.contract.json.Decoded.Unknown;
import dev.parlance.contract.json.Decoded.Unreadable;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.consumer.BatchConsumer;
import dev.parlance.kit.consumer.BatchReceiver;
import dev.parlance.kit.consumer.InboundRecord;
import dev.parlance.kit.quarantine.QuarantineEntry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Consumes this service's own `conversation-events` and publishes live events of turns, transcripts and ends. The
/// topic holds committed events only, complete and in the learner's order, and the transactions that record turns
/// stay free of this work. Records of learners without subscribers are not decoded.
@ApplicationScoped
class ConversationConsumer implements BatchReceiver {
    private static final EventCodec<ConversationEvent> CODEC = new EventCodec<>(ConversationEvent.class);

    private final BatchConsumer batchConsumer;
    private final LiveSubscriptions subscriptions;
    private final PublishLiveEvents publishLiveEvents;
    private final AdaptiveBatchDelay batchDelay;
    private final LiveConfig config;
    private final ServiceConfig service;
    private final Clock clock;

    ConversationConsumer(
            BatchConsumer batchConsumer,
            LiveSubscriptions subscriptions,
            PublishLiveEvents publishLiveEvents,
            AdaptiveBatchDelay batchDelay,
            LiveConfig config,
            ServiceConfig service,
            Clock clock) {
        this.batchConsumer = batchConsumer;
        this.subscriptions = subscriptions;
        this.publishLiveEvents = publishLiveEvents;
        this.batchDelay = batchDelay;
        this.config = config;
        this.service = service;
        this.clock = clock;
    }

    @Incoming("conversation-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        batchDelay.delayAfter(batchConsumer.consume(batch, this));
    }

    @Override
    public String topic() {
        return Topic.CONVERSATION_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<InboundRecord> batch) {
        Set<String> subscribed = subscriptions.findSubscribed(batch.stream()
                .map(InboundRecord::key)
                .filter(ConversationConsumer::isLearnerKey)
                .collect(Collectors.toSet()));
        if (subscribed.isEmpty()) {
            return;
        }
        // A turn that is published again after its live events expired must not appear again.
        Instant oldest = clock.instant().minus(config.retention());
        List<LiveMessage> messages = new ArrayList<>();
        List<QuarantineEntry> unreadable = new ArrayList<>();
        batch.stream()
                .filter(record -> subscribed.contains(record.key()))
                .forEach(record -> decode(record, oldest, messages, unreadable));
        if (!messages.isEmpty() || !unreadable.isEmpty()) {
            publishLiveEvents.publish(messages, unreadable);
        }
    }

    private static void decode(
            InboundRecord record, Instant oldest, List<LiveMessage> messages, List<QuarantineEntry> unreadable) {
        switch (CODEC.decode(record.type(), record.value())) {
            case Known(TurnRecorded turn) -> {
                if (turn.recordedAt().isAfter(oldest)) {
                    messages.add(LiveMessage.of(turn));
                }
            }
            case Known(TurnTranscribed transcript) -> {
                if (transcript.transcribedAt().isAfter(oldest)) {
                    messages.add(LiveMessage.of(transcript));
                }
            }
            case Known(ConversationEnded ended) -> {
                if (ended.endedAt().isAfter(oldest)) {
                    messages.add(LiveMessage.of(ended));
                }
            }
            case Known<ConversationEvent> _, Unknown<ConversationEvent> _ -> {}
            case Unreadable(String reason) -> unreadable.add(record.toQuarantineEntry(reason));
        }
    }

    private static boolean isLearnerKey(String key) {
        int slash = key == null ? -1 : key.indexOf('/');
        return slash > 0 && Learner.isName(key.substring(0, slash)) && Learner.isLearnerId(key.substring(slash + 1));
    }
}
