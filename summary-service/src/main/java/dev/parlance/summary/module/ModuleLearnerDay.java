package dev.parlance.summary.module;

import dev.parlance.summary.Counts;
import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.Place;
import java.util.List;

/// A learner's day in one module.
record ModuleLearnerDay(
        Place place, int turns, int conversations, int learnerWords, int newWords, long speakingMs, Counts byChannel) {

    /// Adds up those of a day's facts that are of the place's module.
    static ModuleLearnerDay of(Place place, List<DayFact> day) {
        List<DayFact> facts = day.stream()
                .filter(fact -> fact.module().equals(place.module()))
                .toList();
        long conversations =
                facts.stream().map(DayFact::conversationId).distinct().count();
        return new ModuleLearnerDay(
                place,
                facts.size(),
                Math.toIntExact(conversations),
                facts.stream().mapToInt(DayFact::learnerWords).reduce(0, Math::addExact),
                facts.stream().mapToInt(DayFact::newWords).reduce(0, Math::addExact),
                facts.stream().mapToLong(DayFact::durationMs).sum(),
                Counts.of(facts.stream().map(DayFact::channel).toList()));
    }

    boolean isEmpty() {
        return turns == 0;
    }
}
