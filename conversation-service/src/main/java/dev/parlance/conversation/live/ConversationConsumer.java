package dev.parlance.conversation.live;

import dev.parlance.contract.ConversationEvent;
import dev.parlance.contract.ConversationEvent.ConversationEnded;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.Decoded.Known;
import dev.parlance.contract.Decoded.Unknown;
import dev.parlance.contract.Decoded.Unreadable;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.Learner;
import dev.parlance.contract.Topic;
import dev.parlance.kit.intake.Intake;
import dev.parlance.kit.intake.Received;
import dev.parlance.kit.intake.RecordReader;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.quarantine.Unread;
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

/// Follows this service's own events, so that whoever listens to a learner hears of turns and ends: what is on the
/// topic is committed, complete and in the learner's order, and the transactions that take turns in know nothing of
/// it. Records of learners to whom nobody listens are not even decoded.
@ApplicationScoped
class ConversationConsumer implements RecordReader {
    private static final EventCodec<ConversationEvent> CODEC = new EventCodec<>(ConversationEvent.class);

    private final Intake intake;
    private final LiveLearners learners;
    private final TellListeners tellListeners;
    private final Company company;
    private final LiveConfig config;
    private final ServiceConfig service;
    private final Clock clock;

    ConversationConsumer(
            Intake intake,
            LiveLearners learners,
            TellListeners tellListeners,
            Company company,
            LiveConfig config,
            ServiceConfig service,
            Clock clock) {
        this.intake = intake;
        this.learners = learners;
        this.tellListeners = tellListeners;
        this.company = company;
        this.config = config;
        this.service = service;
        this.clock = clock;
    }

    @Incoming("conversation-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        company.await(intake.take(batch, this));
    }

    @Override
    public String topic() {
        return Topic.CONVERSATION_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<Received> batch) {
        Set<String> listened = learners.listened(batch.stream()
                .map(Received::key)
                .filter(ConversationConsumer::isOfALearner)
                .collect(Collectors.toSet()));
        if (listened.isEmpty()) {
            return;
        }
        // A turn that is announced again after its events were removed is no news.
        Instant oldest = clock.instant().minus(config.kept());
        List<News> news = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        batch.stream()
                .filter(record -> listened.contains(record.key()))
                .forEach(record -> sort(record, oldest, news, unread));
        if (!news.isEmpty() || !unread.isEmpty()) {
            tellListeners.told(news, unread);
        }
    }

    private static void sort(Received record, Instant oldest, List<News> news, List<Unread> unread) {
        switch (CODEC.decode(record.type(), record.value())) {
            case Known(TurnRecorded turn) -> {
                if (turn.recordedAt().isAfter(oldest)) {
                    news.add(News.of(turn));
                }
            }
            case Known(TurnTranscribed heard) -> {
                if (heard.transcribedAt().isAfter(oldest)) {
                    news.add(News.of(heard));
                }
            }
            case Known(ConversationEnded ended) -> {
                if (ended.endedAt().isAfter(oldest)) {
                    news.add(News.of(ended));
                }
            }
            case Known<ConversationEvent> _, Unknown<ConversationEvent> _ -> {}
            case Unreadable(String reason) -> unread.add(record.unread(reason));
        }
    }

    private static boolean isOfALearner(String key) {
        int slash = key == null ? -1 : key.indexOf('/');
        return slash > 0 && Learner.isName(key.substring(0, slash)) && Learner.isLearnerId(key.substring(slash + 1));
    }
}
