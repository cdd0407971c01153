package dev.parlance.conversation.republish;

import dev.parlance.contract.Learner;
import dev.parlance.conversation.conversation.Announcements;
import dev.parlance.conversation.conversation.Conversation;
import dev.parlance.conversation.republish.Place.AmongSilent;
import dev.parlance.conversation.republish.Place.AmongTurns;
import dev.parlance.conversation.turn.RecordedTurns;
import dev.parlance.conversation.turn.RecordedTurns.Announced;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.republish.PastEvents;
import dev.parlance.kit.republish.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What conversations have told so far: every turn in the order in which they were recorded, the start of its
/// conversation before the first, the end behind the last. A conversation that was reopened tells its present end
/// alone, and an end counts the turns of today.
@ApplicationScoped
class ToldConversations implements PastEvents {
    private static final Instant ALL_TIME = Instant.EPOCH;
    private static final Duration RESOLUTION = Duration.ofMillis(1);

    private final RecordedTurns turns;
    private final PastConversations conversations;
    private final Announcements announcements;

    ToldConversations(RecordedTurns turns, PastConversations conversations, Announcements announcements) {
        this.turns = turns;
        this.conversations = conversations;
        this.announcements = announcements;
    }

    @Override
    public Optional<String> key(String learnerId) {
        return Learner.ofId(learnerId).map(Learner::key);
    }

    @Override
    public String learnerId(String key) {
        return Learner.ofKey(key).id();
    }

    @Override
    public long count(Selection selection) {
        return conversations.count(selection);
    }

    @Override
    public Page behind(Selection selection, String place, int limit) {
        return switch (place == null ? beginning(selection) : Place.parse(place)) {
            case AmongTurns at -> turns(selection, at, limit);
            case AmongSilent at -> silent(selection, at, limit);
        };
    }

    private Place beginning(Selection selection) {
        Instant end = conversations
                .lastRecordedAt()
                .map(last -> last.plus(RESOLUTION))
                .orElse(ALL_TIME);
        Instant until = selection.to() == null || end.isBefore(selection.to()) ? end : selection.to();
        Instant from = selection.from() == null ? ALL_TIME : selection.from();
        return new AmongTurns(until, RecordedTurns.Place.before(from));
    }

    private Page turns(Selection selection, AmongTurns at, int limit) {
        List<Announced> found = PastConversations.learner(selection)
                .map(learner -> turns.ofLearner(learner.tenant(), learner.id(), at.behind(), at.until(), limit))
                .orElseGet(() -> turns.after(at.behind(), at.until(), limit));
        Map<Conversation.Key, PastConversation> around = around(found);
        List<OutboxRecord> records = new ArrayList<>();
        int told = 0;
        for (Announced turn : found) {
            List<OutboxRecord> its = withStartAndEnd(turn, around);
            if (records.size() + its.size() > limit) {
                break;
            }
            records.addAll(its);
            told++;
        }
        Place next = found.size() < limit && told == found.size()
                ? AmongSilent.FIRST
                : new AmongTurns(at.until(), found.get(told - 1).place());
        return new Page(records, told, next.text(), false);
    }

    private List<OutboxRecord> withStartAndEnd(Announced turn, Map<Conversation.Key, PastConversation> around) {
        RecordedTurns.Place place = turn.place();
        PastConversation conversation = around.get(new Conversation.Key(place.tenant(), place.conversation()));
        List<OutboxRecord> records = new ArrayList<>();
        if (place.sequence() == conversation.first()) {
            records.add(announcements.record(conversation.started()));
        }
        records.addAll(turn.events());
        if (place.sequence() == conversation.last() && conversation.ended() != null) {
            records.add(announcements.record(conversation.ended()));
        }
        return records;
    }

    private Map<Conversation.Key, PastConversation> around(List<Announced> found) {
        Map<String, Set<UUID>> byTenant = found.stream()
                .map(Announced::place)
                .collect(Collectors.groupingBy(
                        RecordedTurns.Place::tenant,
                        Collectors.mapping(RecordedTurns.Place::conversation, Collectors.toSet())));
        Map<Conversation.Key, PastConversation> around = new HashMap<>();
        byTenant.forEach((tenant, ids) -> around.putAll(conversations.byId(tenant, ids)));
        return around;
    }

    private Page silent(Selection selection, AmongSilent at, int limit) {
        var silent = conversations.silent(selection, at, limit / 2);
        List<OutboxRecord> records = new ArrayList<>();
        for (PastConversation conversation : silent.conversations()) {
            records.add(announcements.record(conversation.started()));
            if (conversation.ended() != null) {
                records.add(announcements.record(conversation.ended()));
            }
        }
        return new Page(
                records,
                silent.conversations().size(),
                silent.looked().orElse(at).text(),
                silent.looked().isEmpty());
    }
}
