package dev.parlance.summary.module;

import dev.parlance.summary.Counts;
import dev.parlance.summary.fact.DayFact;
import dev.parlance.summary.fact.DaySlot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A learner's day in one module.
record ModuleLearnerDay(
        DaySlot slot, int turns, int conversations, int learnerWords, int newWords, long speakingMs, Counts byChannel) {

    /// Adds up the facts of a day that have the slot's module.
    static ModuleLearnerDay of(DaySlot slot, List<DayFact> day) {
        Set<UUID> conversations = new HashSet<>();
        SortedMap<String, Integer> byChannel = new TreeMap<>();
        int turns = 0;
        int learnerWords = 0;
        int newWords = 0;
        long speakingMs = 0;
        for (DayFact fact : day) {
            if (fact.module().equals(slot.module())) {
                turns++;
                conversations.add(fact.conversationId());
                learnerWords = Math.addExact(learnerWords, fact.learnerWords());
                newWords = Math.addExact(newWords, fact.newWords());
                speakingMs += fact.durationMs();
                byChannel.merge(fact.channel(), 1, Integer::sum);
            }
        }
        return new ModuleLearnerDay(
                slot, turns, conversations.size(), learnerWords, newWords, speakingMs, new Counts(byChannel));
    }

    boolean isEmpty() {
        return turns == 0;
    }
}
