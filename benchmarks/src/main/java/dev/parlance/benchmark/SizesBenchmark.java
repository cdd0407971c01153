package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.installation.Postgres;
import dev.parlance.benchmark.installation.TopicSize;
import java.nio.file.Path;
import java.sql.SQLException;
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
            "to its log for them. docs/scale.md calculates with these."
        })
final class SizesBenchmark implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String TABLES = """
        select table_schema || '.' || table_name as name,
            (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name),
                false, true, '')))[1]::text::bigint as rows,
            pg_table_size(format('%I.%I', table_schema, table_name)) as bytes,
            pg_indexes_size(format('%I.%I', table_schema, table_name)) as indexes
        from information_schema.tables
        where table_schema in ('conversation', 'analysis', 'summary') and table_name not like 'flyway%'
        order by 1
        """;

    @Mixin
    Repetition repetition;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:PARLANCE_DATA:-../shared/data}",
            description =
                    "the directory whose conversations/*.jsonl are imported, seen from the checkout (${DEFAULT-VALUE})")
    Path data;

    @Override
    public Integer call() throws InterruptedException {
        Corpus corpus = Corpus.in(Repetition.home().resolve(data).normalize());
        try (var installation = repetition.installation()) {
            installation.start();
            repetition.requireDurable(installation);
            long before = log(installation.postgres());
            bringIn(corpus, installation);
            long written = log(installation.postgres()) - before;
            repetition.print(List.of(
                    "%,d turns in %,d conversations of %,d learners; PostgreSQL wrote %,d bytes of log (WAL) a turn."
                            .formatted(
                                    corpus.turns(),
                                    corpus.conversations(),
                                    corpus.turnsByLearner().size(),
                                    written / corpus.turns()),
                    tables(installation.postgres(), corpus.turns()),
                    topics(installation.topics(), corpus.turns())));
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

    private static String tables(Postgres postgres, int turns) {
        var table = new MarkdownTable(
                List.of("table", "rows", "rows a turn", "bytes a row", "and in indexes", "bytes a turn, all"));
        postgres.execute("vacuum analyze");
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                long count = rows.getLong("rows");
                long bytes = rows.getLong("bytes");
                long indexes = rows.getLong("indexes");
                if (count > 0) {
                    table.row(List.of(
                            rows.getString("name"),
                            text("%,d", count),
                            text("%.2f", (double) count / turns),
                            text("%,d", bytes / count),
                            text("%,d", indexes / count),
                            text("%,d", (bytes + indexes) / turns)));
                }
            }
        } catch (SQLException e) {
            throw Failure.failed("PostgreSQL does not tell its sizes (%s).".formatted(e.getMessage()));
        }
        return table.render();
    }

    private static String topics(List<TopicSize> sizes, int turns) {
        var table = new MarkdownTable(List.of(
                "topic", "records", "records a turn", "bytes a record", "on disk (lz4)", "bytes a turn on disk"));
        for (TopicSize size : sizes) {
            if (size.records() > 0) {
                table.row(List.of(
                        size.topic(),
                        text("%,d", size.records()),
                        text("%.2f", (double) size.records() / turns),
                        text("%,d", size.bytes() / size.records()),
                        text("%,d", size.onDisk() / size.records()),
                        text("%,d", size.onDisk() / turns)));
            }
        }
        return table.render();
    }

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
