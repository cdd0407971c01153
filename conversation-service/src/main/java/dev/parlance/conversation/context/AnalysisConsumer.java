package dev.parlance.conversation.context;

import dev.parlance.contract.AnalysisEvent;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.Decoded.Known;
import dev.parlance.contract.Decoded.Unknown;
import dev.parlance.contract.Decoded.Unreadable;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.Topic;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.live.Company;
import dev.parlance.kit.intake.Intake;
import dev.parlance.kit.intake.Received;
import dev.parlance.kit.intake.RecordReader;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.quarantine.Unread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Follows the analysis, so that the context knows the words of a conversation, and listeners hear of them.
@ApplicationScoped
class AnalysisConsumer implements RecordReader {
    private static final EventCodec<AnalysisEvent> CODEC = new EventCodec<>(AnalysisEvent.class);

    private final Intake intake;
    private final FollowAnalysis followAnalysis;
    private final Company company;
    private final ServiceConfig service;

    AnalysisConsumer(Intake intake, FollowAnalysis followAnalysis, Company company, ServiceConfig service) {
        this.intake = intake;
        this.followAnalysis = followAnalysis;
        this.company = company;
        this.service = service;
    }

    @Incoming("analysis-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        company.await(intake.take(batch, this));
    }

    @Override
    public String topic() {
        return Topic.ANALYSIS_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<Received> batch) {
        Map<String, TurnAnalyzed> newest = new TreeMap<>(Comparator.naturalOrder());
        List<Unread> unread = new ArrayList<>();
        for (Received record : batch) {
            switch (CODEC.decode(record.type(), record.value())) {
                case Known(TurnAnalyzed turn) ->
                    newest.merge(
                            key(turn.tenant(), turn.turnId()),
                            turn,
                            (one, other) -> one.revision() >= other.revision() ? one : other);
                case Unknown<AnalysisEvent> _ -> {}
                case Unreadable(String reason) -> unread.add(record.unread(reason));
            }
        }
        followAnalysis.follow(newest.values(), unread);
    }

    private static String key(String tenant, TurnId turn) {
        return tenant + "/" + turn;
    }
}
