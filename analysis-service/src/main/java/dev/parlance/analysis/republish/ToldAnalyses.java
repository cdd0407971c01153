package dev.parlance.analysis.republish;

import dev.parlance.analysis.turn.PastAnalyses;
import dev.parlance.analysis.turn.PastAnalyses.Choice;
import dev.parlance.analysis.turn.PastAnalyses.Place;
import dev.parlance.analysis.turn.PastAnalyses.Stretch;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.contract.Learner;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.republish.PastEvents;
import dev.parlance.kit.republish.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was told of analysed turns, each as it stands now: an earlier revision is not told again.
@ApplicationScoped
class ToldAnalyses implements PastEvents {
    private final PastAnalyses analyses;
    private final ServiceConfig service;

    ToldAnalyses(PastAnalyses analyses, ServiceConfig service) {
        this.analyses = analyses;
        this.service = service;
    }

    @Override
    public long count(Selection selection) {
        return analyses.count(choice(selection));
    }

    @Override
    public Page behind(Selection selection, String place, int limit) {
        Choice choice = choice(selection);
        Optional<Place> at = place == null ? beginning(choice) : Optional.of(parse(place));
        if (at.isEmpty()) {
            return new Page(List.of(), 0, "", true);
        }
        Stretch stretch = analyses.behind(choice, at.get(), limit);
        Optional<Place> next = stretch.last().or(() -> nextTenant(choice, at.get()));
        return new Page(
                stretch.events().stream().map(this::record).toList(),
                stretch.events().size(),
                text(next.orElse(at.get())),
                next.isEmpty());
    }

    private Optional<Place> beginning(Choice choice) {
        return choice.tenant() == null ? analyses.nextTenant("") : Optional.of(analyses.beginning(choice.tenant()));
    }

    private Optional<Place> nextTenant(Choice choice, Place at) {
        return choice.tenant() == null ? analyses.nextTenant(at.tenant()) : Optional.empty();
    }

    private OutboxRecord record(TurnAnalyzed event) {
        EventRecord record = EventCodec.encode(event, service.name());
        return new OutboxRecord(
                record.topic().name(service.topicPrefix()), record.key(), record.headers(), record.value());
    }

    private static Choice choice(Selection selection) {
        if (selection.key() == null) {
            return new Choice(null, null, selection.from(), selection.to());
        }
        Learner learner = Learner.ofKey(selection.key());
        return new Choice(learner.tenant(), learner.id(), selection.from(), selection.to());
    }

    private static String text(Place place) {
        return String.join(
                " ",
                place.tenant(),
                place.until().toString(),
                place.analyzedAt().toString(),
                place.turn().toString());
    }

    private static Place parse(String text) {
        String[] parts = text.split(" ", -1);
        return new Place(parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]), UUID.fromString(parts[3]));
    }
}
