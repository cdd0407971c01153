package dev.parlance.benchmark.footprint;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.ConversationCorpus;
import dev.parlance.benchmark.harness.DataDirectory;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.installation.storage.TableSize;
import dev.parlance.benchmark.installation.storage.TopicSize;
import dev.parlance.benchmark.report.MarkdownTable;
import dev.parlance.platform.client.SqlClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sizes",
        description = {
            "What real conversations weigh: rows and bytes of every table and topic after an import, and what"
                    + " PostgreSQL wrote",
            "to its log for them. docs/scale.md has them."
        })
public final class SizesBenchmark implements Callable<Integer> {
    private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(15);

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    DataDirectory data;

    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "for whom is calculated (${DEFAULT-VALUE})")
    long learners;

    @Option(
            names = "--turns-a-day",
            paramLabel = "N",
            defaultValue = "20",
            description = "of each of them (${DEFAULT-VALUE})")
    int turnsPerDay;

    @Option(
            names = "--conversations-a-day",
            paramLabel = "N",
            defaultValue = "2",
            description = "of each of them (${DEFAULT-VALUE})")
    int conversationsPerDay;

    @Option(
            names = "--words",
            paramLabel = "N",
            defaultValue = "3000",
            description = "that each of them comes to use in all (${DEFAULT-VALUE})")
    int wordsPerLearner;

    @Option(
            names = "--peak",
            paramLabel = "X",
            defaultValue = "4",
            description = "times the mean, in the busiest hour (${DEFAULT-VALUE})")
    double peakFactor;

    @Override
    public Integer call() throws InterruptedException {
        ConversationCorpus corpus = data.corpus();
        try (var installation = harness.newInstallation()) {
            installation.start();
            harness.requireDurable(installation);
            long before = walPosition(installation.postgres());
            importCorpus(corpus, installation);
            long written = walPosition(installation.postgres()) - before;
            List<TableSize> tables = TableSize.readAll(installation.postgres());
            List<TopicSize> topics = installation.topicSizes().stream()
                    .filter(topic -> topic.records() > 0)
                    .toList();
            var forecast =
                    new CapacityForecast(learners, turnsPerDay, conversationsPerDay, wordsPerLearner, peakFactor);
            harness.printTables(List.of(
                    "%,d turns in %,d conversations of %,d learners; PostgreSQL wrote %,d bytes of log (WAL) a turn."
                            .formatted(
                                    corpus.turns(),
                                    corpus.conversations(),
                                    corpus.turnsByLearner().size(),
                                    written / corpus.turns()),
                    tableSizes(tables, corpus.turns()),
                    topicSizes(topics, corpus.turns()),
                    "%,d learners with %d turns each on %d conversations a day, %,d words each: %,.0f turns/s, %,.0f in the busiest hour."
                            .formatted(
                                    learners,
                                    turnsPerDay,
                                    conversationsPerDay,
                                    wordsPerLearner,
                                    forecast.turnsPerSecond(),
                                    forecast.turnsPerSecond() * peakFactor),
                    forecast.forecastTopics(topics, corpus.turns()),
                    forecast.forecastTables(tables, corpus.turns())));
        }
        return 0;
    }

    private static void importCorpus(ConversationCorpus corpus, Installation installation) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("import"));
        corpus.files().forEach(file -> words.add(file.toString()));
        installation.runCommand(IMPORT_TIMEOUT, words.toArray(String[]::new));
        new LearnerDays(installation.api()).awaitTurns(corpus.turnsByLearner(), IMPORT_TIMEOUT);
    }

    private static long walPosition(SqlClient postgres) {
        return postgres.queryLong("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
    }

    private static String tableSizes(List<TableSize> sizes, int turns) {
        var table = new MarkdownTable(
                List.of("table", "rows", "rows a turn", "bytes a row", "and in indexes", "bytes a turn, all"));
        for (TableSize size : sizes) {
            table.addRow(List.of(
                    size.name(),
                    format("%,d", size.rows()),
                    format("%.2f", (double) size.rows() / turns),
                    format("%,d", size.tableBytes() / size.rows()),
                    format("%,d", size.indexBytes() / size.rows()),
                    format("%,d", (size.tableBytes() + size.indexBytes()) / turns)));
        }
        return table.render();
    }

    private static String topicSizes(List<TopicSize> sizes, int turns) {
        var table = new MarkdownTable(List.of(
                "topic", "records", "records a turn", "bytes a record", "on disk (lz4)", "bytes a turn on disk"));
        for (TopicSize size : sizes) {
            table.addRow(List.of(
                    size.topic(),
                    format("%,d", size.records()),
                    format("%.2f", (double) size.records() / turns),
                    format("%,d", size.bytes() / size.records()),
                    format("%,d", size.diskBytes() / size.records()),
                    format("%,d", size.diskBytes() / turns)));
        }
        return table.render();
    }

    private static String format(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
