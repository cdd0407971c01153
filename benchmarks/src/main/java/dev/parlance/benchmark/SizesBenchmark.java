package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.installation.Postgres;
import dev.parlance.benchmark.installation.TableSize;
import dev.parlance.benchmark.installation.TopicSize;
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
final class SizesBenchmark implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Mixin
    Repetition repetition;

    @Mixin
    RealData data;

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
    int turnsADay;

    @Option(
            names = "--conversations-a-day",
            paramLabel = "N",
            defaultValue = "2",
            description = "of each of them (${DEFAULT-VALUE})")
    int conversationsADay;

    @Option(
            names = "--words",
            paramLabel = "N",
            defaultValue = "3000",
            description = "that each of them comes to use in all (${DEFAULT-VALUE})")
    int words;

    @Option(
            names = "--peak",
            paramLabel = "X",
            defaultValue = "4",
            description = "times the mean, in the busiest hour (${DEFAULT-VALUE})")
    double peak;

    @Override
    public Integer call() throws InterruptedException {
        Corpus corpus = data.corpus();
        try (var installation = repetition.installation()) {
            installation.start();
            repetition.requireDurable(installation);
            long before = log(installation.postgres());
            bringIn(corpus, installation);
            long written = log(installation.postgres()) - before;
            List<TableSize> tables = TableSize.all(installation.postgres());
            List<TopicSize> topics = installation.topics().stream()
                    .filter(topic -> topic.records() > 0)
                    .toList();
            var forecast = new Forecast(learners, turnsADay, conversationsADay, words, peak);
            repetition.print(List.of(
                    "%,d turns in %,d conversations of %,d learners; PostgreSQL wrote %,d bytes of log (WAL) a turn."
                            .formatted(
                                    corpus.turns(),
                                    corpus.conversations(),
                                    corpus.turnsByLearner().size(),
                                    written / corpus.turns()),
                    tables(tables, corpus.turns()),
                    topics(topics, corpus.turns()),
                    "%,d learners with %d turns each on %d conversations a day, %,d words each: %,.0f turns/s, %,.0f in the busiest hour."
                            .formatted(
                                    learners,
                                    turnsADay,
                                    conversationsADay,
                                    words,
                                    forecast.turnsPerSecond(),
                                    forecast.turnsPerSecond() * peak),
                    forecast.topics(topics, corpus.turns()),
                    forecast.tables(tables, corpus.turns())));
        }
        return 0;
    }

    private static void bringIn(Corpus corpus, Installation installation) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("import"));
        corpus.files().forEach(file -> words.add(file.toString()));
        installation.run(PATIENCE, words.toArray(String[]::new));
        new LearnerDays(installation.api()).awaitTurns(corpus.turnsByLearner(), PATIENCE);
    }

    private static long log(Postgres postgres) {
        return postgres.number("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
    }

    private static String tables(List<TableSize> sizes, int turns) {
        var table = new MarkdownTable(
                List.of("table", "rows", "rows a turn", "bytes a row", "and in indexes", "bytes a turn, all"));
        for (TableSize size : sizes) {
            table.row(List.of(
                    size.name(),
                    text("%,d", size.rows()),
                    text("%.2f", (double) size.rows() / turns),
                    text("%,d", size.bytes() / size.rows()),
                    text("%,d", size.indexes() / size.rows()),
                    text("%,d", (size.bytes() + size.indexes()) / turns)));
        }
        return table.render();
    }

    private static String topics(List<TopicSize> sizes, int turns) {
        var table = new MarkdownTable(List.of(
                "topic", "records", "records a turn", "bytes a record", "on disk (lz4)", "bytes a turn on disk"));
        for (TopicSize size : sizes) {
            table.row(List.of(
                    size.topic(),
                    text("%,d", size.records()),
                    text("%.2f", (double) size.records() / turns),
                    text("%,d", size.bytes() / size.records()),
                    text("%,d", size.onDisk() / size.records()),
                    text("%,d", size.onDisk() / turns)));
        }
        return table.render();
    }

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
