package dev.parlance.contract.event;

import dev.parlance.contract.id.DerivedId;
import java.time.Instant;
import java.util.UUID;

/// Something that has happened, published by one service for the others.
public sealed interface Event permits ConversationEvent, AnalysisEvent, SummaryEvent {

    String tenant();

    /// The topic on which it is published.
    Topic topic();

    /// The Kafka key: events with the same key keep their order.
    String key();

    /// The id of its subject: the header `ce_subject`.
    String subject();

    /// When it happened: the header `ce_time`.
    Instant time();

    /// Distinguishes events of one type about one subject: the revision, where there is one.
    String occurrence();

    /// The header `ce_type`.
    default String type() {
        return getClass().getAnnotation(WireName.class).value();
    }

    /// The header `ce_id`: the same at every redelivery.
    default UUID id() {
        return DerivedId.of(type(), tenant(), subject(), occurrence());
    }
}
