package dev.parlance.summary.module;

import dev.parlance.contract.event.Topic;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.jdbc.KeyLocks;
import dev.parlance.kit.outbox.CurrentEvents;
import dev.parlance.summary.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Modules' days as they are stored now.
@ApplicationScoped
class CurrentModuleDays implements CurrentEvents {
    private final ModuleDays moduleDays;
    private final KeyLocks locks;
    private final EventPublisher publisher;
    private final ServiceConfig service;

    CurrentModuleDays(ModuleDays moduleDays, KeyLocks locks, EventPublisher publisher, ServiceConfig service) {
        this.moduleDays = moduleDays;
        this.locks = locks;
        this.publisher = publisher;
        this.service = service;
    }

    @Override
    public String topic() {
        return Topic.MODULE_USAGE.name(service.topicPrefix());
    }

    @Override
    public void publish(String key) {
        String[] parts = key.split("/", -1);
        var day = new ModuleKey(parts[0], parts[1], LocalDate.parse(parts[2]));
        locks.acquire(RefreshDirtyModules.LOCK, List.of("all"));
        publisher.publish(
                Optional.ofNullable(moduleDays.findAll(List.of(day)).get(day)).map(ModuleDay::usage).stream()
                        .toList(),
                List.of());
    }
}
