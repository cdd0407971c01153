package dev.parlance.benchmark.footprint;

import dev.parlance.benchmark.installation.storage.TableSize;
import dev.parlance.benchmark.installation.storage.TopicSize;
import dev.parlance.benchmark.report.MarkdownTable;
import java.util.List;
import java.util.Locale;

/// What many learners would need, from what few have been weighed to need. Most rows come with turns; a vocabulary
/// grows no further when a language is known, and days are as many as the learners who talk on them.
///
/// @param turnsPerDay         of a learner on a day
/// @param conversationsPerDay of a learner on a day
/// @param wordsPerLearner         that a learner comes to use in all
/// @param peakFactor          times the mean, in the busiest hour
record CapacityForecast(
        long learners, int turnsPerDay, int conversationsPerDay, int wordsPerLearner, double peakFactor) {
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int DAYS_PER_YEAR = 365;
    private static final double BYTES_PER_GB = 1e9;
    private static final double BYTES_PER_TB = 1e12;
    private static final int RETENTION_DAYS = 7;
    private static final int REPLICAS = 3;

    double turnsPerSecond() {
        return (double) learners * turnsPerDay / SECONDS_PER_DAY;
    }

    /// @param sizes   of what was weighed
    /// @param weighed turns of it
    String forecastTopics(List<TopicSize> sizes, int weighed) {
        var table = new MarkdownTable(List.of(
                "topic",
                "records a second, mean",
                "busiest hour",
                "GB a day, compressed",
                "TB kept (7 days, 3 replicas)"));
        for (TopicSize size : sizes) {
            double records = (double) size.records() / weighed;
            double gigabytes = (double) size.diskBytes() / weighed * learners * turnsPerDay / BYTES_PER_GB;
            boolean compacted =
                    size.topic().endsWith("summaries") || size.topic().endsWith("usage");
            table.addRow(List.of(
                    size.topic(),
                    format("%,.0f", turnsPerSecond() * records),
                    format("%,.0f", turnsPerSecond() * records * peakFactor),
                    format("%,.0f", gigabytes),
                    compacted
                            ? "compacted"
                            : format("%,.1f", gigabytes * RETENTION_DAYS * REPLICAS * BYTES_PER_GB / BYTES_PER_TB)));
        }
        return table.render();
    }

    /// @param sizes   of what was weighed
    /// @param weighed turns of it
    String forecastTables(List<TableSize> sizes, int weighed) {
        var table = new MarkdownTable(List.of("table", "grows with", "rows after a year", "TB after a year"));
        for (TableSize size : sizes) {
            GrowthDriver growth = GrowthDriver.ofTable(size.name());
            double rows = rows(growth, size, weighed);
            table.addRow(List.of(
                    size.name(),
                    growth.label,
                    format("%,.0f million", rows / 1e6),
                    format("%,.1f", rows * size.bytesPerRow() / BYTES_PER_TB)));
        }
        return table.render();
    }

    private double rows(GrowthDriver growth, TableSize size, int weighed) {
        double learnerDays = (double) learners * DAYS_PER_YEAR;
        return switch (growth) {
            case TURNS -> learnerDays * turnsPerDay * size.rows() / weighed;
            case CONVERSATIONS -> learnerDays * conversationsPerDay;
            case DAYS -> learnerDays;
            case WORDS -> (double) learners * wordsPerLearner;
            case NOTHING -> size.rows();
        };
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /// What makes a table longer.
    private enum GrowthDriver {
        TURNS("turns"),
        CONVERSATIONS("conversations"),
        DAYS("days of learners"),
        WORDS("words of learners"),
        NOTHING("nothing that matters");

        private final String label;

        GrowthDriver(String text) {
            this.label = text;
        }

        static GrowthDriver ofTable(String table) {
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
