package dev.parlance.analysis.republish;

import dev.parlance.analysis.turn.Announcements;
import dev.parlance.analysis.turn.PastAnalyses;
import dev.parlance.analysis.turn.PastAnalyses.Choice;
import dev.parlance.analysis.turn.PastAnalyses.Place;
import dev.parlance.analysis.turn.PastAnalyses.Stretch;
import dev.parlance.contract.Learner;
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
    private final Announcements announcements;

    ToldAnalyses(PastAnalyses analyses, Announcements announcements) {
        this.analyses = analyses;
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
                stretch.events().stream().map(announcements::record).toList(),
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
