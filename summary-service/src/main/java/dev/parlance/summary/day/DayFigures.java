package dev.parlance.summary.day;

import dev.parlance.summary.Counts;
import java.time.Instant;

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
        Instant lastTurnAt) {}
