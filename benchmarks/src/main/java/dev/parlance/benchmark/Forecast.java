package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.installation.TableSize;
import dev.parlance.benchmark.installation.TopicSize;
import java.util.List;
import java.util.Locale;

/// What many learners would need, from what few have been weighed to need. Most rows come with turns; a vocabulary
/// grows no further when a language is known, and days are as many as the learners who talk on them.
///
/// @param turns         of a learner on a day
/// @param conversations of a learner on a day
/// @param words         that a learner comes to use in all
/// @param peak          times the mean, in the busiest hour
record Forecast(long learners, int turns, int conversations, int words, double peak) {
    private static final double SECONDS_A_DAY = 86_400;
    private static final int DAYS_A_YEAR = 365;
    private static final double GB = 1e9;
    private static final double TB = 1e12;
    private static final int RETENTION_DAYS = 7;
    private static final int REPLICAS = 3;

    double turnsPerSecond() {
        return (double) learners * turns / SECONDS_A_DAY;
    }

    /// @param sizes   of what was weighed
    /// @param weighed turns of it
    String topics(List<TopicSize> sizes, int weighed) {
        var table = new MarkdownTable(List.of(
                "topic",
                "records a second, mean",
                "busiest hour",
                "GB a day, compressed",
                "TB kept (7 days, 3 replicas)"));
        for (TopicSize size : sizes) {
            double records = (double) size.records() / weighed;
            double gigabytes = (double) size.onDisk() / weighed * learners * turns / GB;
            boolean compacted =
                    size.topic().endsWith("summaries") || size.topic().endsWith("usage");
            table.row(List.of(
                    size.topic(),
                    text("%,.0f", turnsPerSecond() * records),
                    text("%,.0f", turnsPerSecond() * records * peak),
                    text("%,.0f", gigabytes),
                    compacted ? "compacted" : text("%,.1f", gigabytes * RETENTION_DAYS * REPLICAS * GB / TB)));
        }
        return table.render();
    }

    /// @param sizes   of what was weighed
    /// @param weighed turns of it
    String tables(List<TableSize> sizes, int weighed) {
        var table = new MarkdownTable(List.of("table", "grows with", "rows after a year", "TB after a year"));
        for (TableSize size : sizes) {
            Growth growth = Growth.of(size.name());
            double rows = rows(growth, size, weighed);
            table.row(List.of(
                    size.name(),
                    growth.text,
                    text("%,.0f million", rows / 1e6),
                    text("%,.1f", rows * size.bytesOfARow() / TB)));
        }
        return table.render();
    }

    private double rows(Growth growth, TableSize size, int weighed) {
        double learnerDays = (double) learners * DAYS_A_YEAR;
        return switch (growth) {
            case TURNS -> learnerDays * turns * size.rows() / weighed;
            case CONVERSATIONS -> learnerDays * conversations;
            case DAYS -> learnerDays;
            case WORDS -> (double) learners * words;
            case NOTHING -> size.rows();
        };
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /// What makes a table longer.
    private enum Growth {
        TURNS("turns"),
        CONVERSATIONS("conversations"),
        DAYS("days of learners"),
        WORDS("words of learners"),
        NOTHING("nothing that matters");

        private final String text;

        Growth(String text) {
            this.text = text;
        }

        static Growth of(String table) {
            return switch (table) {
                case "conversation.conversation" -> CONVERSATIONS;
                case "analysis.vocabulary" -> WORDS;
                case "summary.learner_day", "summary.module_learner_day" -> DAYS;
                case "conversation.turn", "conversation.analyzed_turn", "analysis.analyzed_turn", "summary.turn_fact" ->
                    TURNS;
                default -> NOTHING;
            };
        }
    }
}
