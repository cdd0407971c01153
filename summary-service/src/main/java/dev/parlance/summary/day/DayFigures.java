package dev.parlance.summary.day;

import dev.parlance.summary.Counts;
import dev.parlance.summary.fact.DayFact;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The figures of a day. Equal figures are not published again.
///
/// @param timeZone    of the day's last turn
/// @param uniqueWords how many different words, each counted once however often it was used
record DayFigures(
        String timeZone,
        int conversations,
        int turns,
        int learnerWords,
        int replyWords,
        int uniqueWords,
        int newWords,
        int sentences,
        long speakingMs,
        Counts highlights,
        Counts byModule,
        Counts byChannel,
        Instant firstTurnAt,
        Instant lastTurnAt) {

    /// Sums a day; the order of its facts does not matter. Plain loops, because every new turn sums its whole day.
    ///
    /// @param facts of one day, at least one, each turn once
    static DayFigures of(List<DayFact> facts) {
        DayFact first = facts.getFirst();
        DayFact last = first;
        Set<UUID> conversations = new HashSet<>();
        SortedMap<String, Integer> highlights = new TreeMap<>();
        SortedMap<String, Integer> byModule = new TreeMap<>();
        SortedMap<String, Integer> byChannel = new TreeMap<>();
        int learnerWords = 0;
        int replyWords = 0;
        int newWords = 0;
        int sentences = 0;
        long speakingMs = 0;
        for (DayFact fact : facts) {
            first = DayFact.CHRONOLOGICAL.compare(fact, first) < 0 ? fact : first;
            last = DayFact.CHRONOLOGICAL.compare(fact, last) > 0 ? fact : last;
            conversations.add(fact.conversationId());
            learnerWords = Math.addExact(learnerWords, fact.learnerWords());
            replyWords = Math.addExact(replyWords, fact.replyWords());
            newWords = Math.addExact(newWords, fact.newWords());
            sentences = Math.addExact(sentences, fact.sentences());
            speakingMs += fact.durationMs();
            fact.highlights().byName().forEach((type, count) -> highlights.merge(type, count, Math::addExact));
            byModule.merge(fact.module(), 1, Integer::sum);
            byChannel.merge(fact.channel(), 1, Integer::sum);
        }
        return new DayFigures(
                last.timeZone(),
                conversations.size(),
                facts.size(),
                learnerWords,
                replyWords,
                countUniqueWords(facts),
                newWords,
                sentences,
                speakingMs,
                new Counts(highlights),
                new Counts(byModule),
                new Counts(byChannel),
                first.occurredAt(),
                last.occurredAt());
    }

    /// Sorts and counts, because a set would box each hash.
    private static int countUniqueWords(List<DayFact> facts) {
        int count = 0;
        for (DayFact fact : facts) {
            count += fact.words().length;
        }
        long[] words = new long[count];
        int end = 0;
        for (DayFact fact : facts) {
            System.arraycopy(fact.words(), 0, words, end, fact.words().length);
            end += fact.words().length;
        }
        Arrays.sort(words);
        int unique = 0;
        for (int at = 0; at < words.length; at++) {
            if (at == 0 || words[at] != words[at - 1]) {
                unique++;
            }
        }
        return unique;
    }
}
