package dev.parlance.cli.demo;

import dev.parlance.cli.terminal.Table;
import java.util.List;

/// A table with one row per learner and local day; each learner is named once.
final class DayTable {
    private DayTable() {}

    static String of(List<LearnerDay> days) {
        Table table = new Table(
                "learner", "day", "turns", "words", "new words", "highlights", "long sentences", "emotional moments");
        String before = "";
        for (LearnerDay day : days) {
            table.row(
                    day.learnerId().equals(before) ? "" : day.learnerId(),
                    day.date(),
                    day.turns(),
                    day.learnerWords(),
                    day.newWords(),
                    day.allHighlights(),
                    day.highlights("long_sentence"),
                    day.highlights("emotional_moment"));
            before = day.learnerId();
        }
        return table.render().stripTrailing();
    }
}
