package dev.parlance.summary.day;

import dev.parlance.contract.event.Topic;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.jdbc.KeyLocks;
import dev.parlance.kit.outbox.CurrentEvents;
import dev.parlance.summary.EventPublisher;
import dev.parlance.summary.fact.DayKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Learners' days as they are stored now.
@ApplicationScoped
class CurrentDays implements CurrentEvents {
    private final LearnerDays learnerDays;
    private final KeyLocks locks;
    private final EventPublisher publisher;
    private final ServiceConfig service;

    CurrentDays(LearnerDays learnerDays, KeyLocks locks, EventPublisher publisher, ServiceConfig service) {
        this.learnerDays = learnerDays;
        this.locks = locks;
        this.publisher = publisher;
        this.service = service;
    }

    @Override
    public String topic() {
        return Topic.DAILY_SUMMARIES.name(service.topicPrefix());
    }

    @Override
    public void publish(String key) {
        int slash = key.lastIndexOf('/');
        Learner learner = Learner.ofKey(key.substring(0, slash));
        DayKey day = new DayKey(learner.tenant(), learner.id(), LocalDate.parse(key.substring(slash + 1)));
        locks.acquire(DayKey.LOCK_KIND, List.of(day.learnerKey()));
        publisher.publish(
                Optional.ofNullable(learnerDays.findAll(List.of(day)).get(day))
                        .map(stored -> stored.day().summary())
                        .stream()
                        .toList(),
                List.of());
    }
}
