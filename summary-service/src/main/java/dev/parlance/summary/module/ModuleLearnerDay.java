package dev.parlance.summary.module;

import dev.parlance.summary.Counts;
import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A learner's day in one module.
record ModuleLearnerDay(
        Place place, int turns, int conversations, int learnerWords, int newWords, long speakingMs, Counts byChannel) {

    /// Adds up those of a day's facts that are of the place's module.
    static ModuleLearnerDay of(Place place, List<DayFact> day) {
        Set<UUID> conversations = new HashSet<>();
        SortedMap<String, Integer> byChannel = new TreeMap<>();
        int turns = 0;
        int learnerWords = 0;
        int newWords = 0;
        long speakingMs = 0;
        for (DayFact fact : day) {
            if (fact.module().equals(place.module())) {
                turns++;
                conversations.add(fact.conversationId());
                learnerWords = Math.addExact(learnerWords, fact.learnerWords());
                newWords = Math.addExact(newWords, fact.newWords());
                speakingMs += fact.durationMs();
                byChannel.merge(fact.channel(), 1, Integer::sum);
            }
        }
        return new ModuleLearnerDay(
                place, turns, conversations.size(), learnerWords, newWords, speakingMs, new Counts(byChannel));
    }

    boolean isEmpty() {
        return turns == 0;
    }
}
