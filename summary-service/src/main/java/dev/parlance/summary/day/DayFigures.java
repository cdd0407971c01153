package dev.parlance.summary.day;

import dev.parlance.summary.Counts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

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

    /// Adds up a day, whatever the order of its facts.
    ///
    /// @param facts of one day, at least one, each turn once
    static DayFigures of(List<DayFact> facts) {
        DayFact first = Collections.min(facts, DayFact.AS_SAID);
        DayFact last = Collections.max(facts, DayFact.AS_SAID);
        long conversations =
                facts.stream().map(DayFact::conversationId).distinct().count();
        return new DayFigures(
                last.timeZone(),
                Math.toIntExact(conversations),
                facts.size(),
                facts.stream().mapToInt(DayFact::learnerWords).reduce(0, Math::addExact),
                facts.stream().mapToInt(DayFact::replyWords).reduce(0, Math::addExact),
                differentWords(facts),
                facts.stream().mapToInt(DayFact::newWords).reduce(0, Math::addExact),
                facts.stream().mapToInt(DayFact::sentences).reduce(0, Math::addExact),
                facts.stream().mapToLong(DayFact::durationMs).sum(),
                Counts.sum(facts.stream().map(DayFact::highlights).toList()),
                Counts.of(facts.stream().map(DayFact::module).toList()),
                Counts.of(facts.stream().map(DayFact::channel).toList()),
                first.occurredAt(),
                last.occurredAt());
    }

    /// Sorted and counted: a set would box each number, for each day of each batch.
    private static int differentWords(List<DayFact> facts) {
        long[] words = facts.stream()
                .flatMapToLong(fact -> LongStream.of(fact.words()))
                .sorted()
                .toArray();
        int different = 0;
        for (int at = 0; at < words.length; at++) {
            if (at == 0 || words[at] != words[at - 1]) {
                different++;
            }
        }
        return different;
    }
}
