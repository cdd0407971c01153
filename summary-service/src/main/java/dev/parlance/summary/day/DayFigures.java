package dev.parlance.summary.day;

import dev.parlance.summary.Counts;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What a day shows. Equal figures are not announced again.
///
/// @param timeZone    of the day's last turn
/// @param uniqueWords different words over the day, whatever their number of uses
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

    /// Adds up a day, whatever the order of its facts. Plain loops: every turn adds up its whole day.
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
            first = DayFact.AS_SAID.compare(fact, first) < 0 ? fact : first;
            last = DayFact.AS_SAID.compare(fact, last) > 0 ? fact : last;
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
                differentWords(facts),
                newWords,
                sentences,
                speakingMs,
                new Counts(highlights),
                new Counts(byModule),
                new Counts(byChannel),
                first.occurredAt(),
                last.occurredAt());
    }

    /// Sorted and counted: a set would box each number.
    private static int differentWords(List<DayFact> facts) {
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
        int different = 0;
        for (int at = 0; at < words.length; at++) {
            if (at == 0 || words[at] != words[at - 1]) {
                different++;
            }
        }
        return different;
    }
}
