package dev.parlance.conversation.operations.republish;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.EventPublisher;
import dev.parlance.conversation.dialogue.turn.PublishedTurns;
import dev.parlance.conversation.dialogue.turn.PublishedTurns.PublishedTurn;
import dev.parlance.conversation.dialogue.turn.TurnStatistics;
import dev.parlance.conversation.operations.republish.EmptyConversations.EmptyConversationPage;
import dev.parlance.conversation.operations.republish.RepublishCursor.EmptyConversationCursor;
import dev.parlance.conversation.operations.republish.RepublishCursor.TurnCursor;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.republish.EventSource;
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
import java.util.stream.Collectors;

/// The events of all conversations, rebuilt from their rows: turns in the order in which they were recorded, the start
/// of a conversation before its first turn, its end after its last; then conversations without turns. A conversation
/// that was reopened has its present end only, and an end counts the turns of today.
@ApplicationScoped
class ConversationEventSource implements EventSource {
    private static final Instant EARLIEST_INSTANT = Instant.EPOCH;
    private static final Duration TIMESTAMP_RESOLUTION = Duration.ofMillis(1);

    private final PublishedTurns publishedTurns;
    private final TurnStatistics turnStatistics;
    private final Conversations conversations;
    private final EmptyConversations emptyConversations;
    private final EventPublisher eventPublisher;

    ConversationEventSource(
            PublishedTurns publishedTurns,
            TurnStatistics turnStatistics,
            Conversations conversations,
            EmptyConversations emptyConversations,
            EventPublisher eventPublisher) {
        this.publishedTurns = publishedTurns;
        this.turnStatistics = turnStatistics;
        this.conversations = conversations;
        this.emptyConversations = emptyConversations;
        this.eventPublisher = eventPublisher;
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
        var range = new InstantRange(selection.from(), selection.to());
        return turnStatistics.count(learner(selection), range) + conversations.countEmpty(learner(selection), range);
    }

    @Override
    public EventPage pageAfter(Selection selection, String cursor, int limit) {
        return switch (cursor == null ? firstCursor(selection) : RepublishCursor.parse(cursor)) {
            case TurnCursor at -> turnPage(selection, at, limit);
            case EmptyConversationCursor at -> emptyConversationPage(selection, at, limit);
        };
    }

    private RepublishCursor firstCursor(Selection selection) {
        Instant end = turnStatistics
                .findLastRecordedAt()
                .map(last -> last.plus(TIMESTAMP_RESOLUTION))
                .orElse(EARLIEST_INSTANT);
        Instant until = selection.to() == null || end.isBefore(selection.to()) ? end : selection.to();
        Instant from = selection.from() == null ? EARLIEST_INSTANT : selection.from();
        return new TurnCursor(until, PublishedTurns.TurnPosition.before(from));
    }

    private EventPage turnPage(Selection selection, TurnCursor at, int limit) {
        List<PublishedTurn> turns = findTurns(selection, at, limit);
        Map<Conversation.Key, PublishedConversation> conversationsByKey = findConversations(turns);
        List<OutboxRecord> records = new ArrayList<>();
        int count = 0;
        for (PublishedTurn turn : turns) {
            List<OutboxRecord> events =
                    conversationsByKey.get(turn.position().conversationKey()).withStartAndEnd(turn, eventPublisher);
            if (records.size() + events.size() > limit) {
                break;
            }
            records.addAll(events);
            count++;
        }
        RepublishCursor next = turns.size() < limit && count == turns.size()
                ? EmptyConversationCursor.FIRST
                : new TurnCursor(at.until(), turns.get(count - 1).position());
        return new EventPage(records, count, next.format(), false);
    }

    private List<PublishedTurn> findTurns(Selection selection, TurnCursor at, int limit) {
        return learner(selection)
                .map(learner ->
                        publishedTurns.findByLearner(learner.tenant(), learner.id(), at.after(), at.until(), limit))
                .orElseGet(() -> publishedTurns.findAfter(at.after(), at.until(), limit));
    }

    private Map<Conversation.Key, PublishedConversation> findConversations(List<PublishedTurn> turns) {
        Set<Conversation.Key> keys =
                turns.stream().map(turn -> turn.position().conversationKey()).collect(Collectors.toSet());
        Map<Conversation.Key, TurnStatistics.SequenceRange> ranges = turnStatistics.findSequenceRanges(keys);
        Map<Conversation.Key, PublishedConversation> found = new HashMap<>();
        conversations
                .findByKeys(keys)
                .forEach((key, conversation) ->
                        found.put(key, new PublishedConversation(conversation, ranges.get(key))));
        return found;
    }

    private EventPage emptyConversationPage(Selection selection, EmptyConversationCursor at, int limit) {
        EmptyConversationPage page = emptyConversations.findAfter(selection, learner(selection), at, limit / 2);
        List<OutboxRecord> records = new ArrayList<>();
        for (Conversation conversation : page.conversations()) {
            records.add(eventPublisher.toRecord(conversation.startedEvent()));
            conversation.sequence().endedEvent().map(eventPublisher::toRecord).ifPresent(records::add);
        }
        return new EventPage(
                records,
                page.conversations().size(),
                page.lastScanned().orElse(at).format(),
                page.lastScanned().isEmpty());
    }

    private static Optional<Learner> learner(Selection selection) {
        return Optional.ofNullable(selection.key()).map(Learner::ofKey);
    }
}
