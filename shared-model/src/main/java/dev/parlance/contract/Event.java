package dev.parlance.contract;

import java.time.Instant;
import java.util.UUID;

/// A fact in the past tense, as one service tells it to the others.
public sealed interface Event permits ConversationEvent, AnalysisEvent, SummaryEvent {

    String tenant();

    /// Where it is published.
    Topic topic();

    /// The Kafka key: facts with the same key keep their order.
    String key();

    /// What it is about: the header `ce_subject`.
    String subject();

    /// When it became true: the header `ce_time`.
    Instant time();

    /// Tells apart several events of one type about one subject; a revision where there is one.
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
