package dev.parlance.benchmark.base;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Postgres;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.Pace;
import dev.parlance.benchmark.load.RecordedTurns;
import dev.parlance.contract.EventRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The base: many threads, each with a connection of its own, take in turns by plain JDBC.
public final class PlainTransactions implements AutoCloseable {
    private static final int THREADS = 32;
    private static final int EVENTS = 2_880; // 960 of each language
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<EventRecord> events;
    private final PlainTables tables;
    private final List<PlainTurn> connections = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /// @param seconds      from the start until the last commit
    /// @param milliseconds from when each was due until it had committed
    public record Measured(int turns, double seconds, Distribution milliseconds) {
        public double perSecond() {
            return turns / seconds;
        }
    }

    private PlainTransactions(Postgres postgres, Crowd crowd) {
        this.events = events(crowd);
        this.tables = PlainTables.create(postgres);
    }

    /// With empty tables in which the crowd's conversations have begun.
    public static PlainTransactions prepare(Postgres postgres, Crowd crowd) {
        var transactions = new PlainTransactions(postgres, crowd);
        try {
            for (int thread = 0; thread < THREADS; thread++) {
                transactions.connections.add(new PlainTurn(transactions.tables.connect(), crowd));
            }
            for (int learner = 0; learner < crowd.size(); learner++) {
                transactions.connections.getFirst().begin(learner);
            }
        } catch (SQLException e) {
            transactions.close();
            throw Failure.failed("The base could not begin (%s).".formatted(e.getMessage()));
        }
        return transactions;
    }

    /// Takes in turns at this pace.
    public Measured run(Pace pace) throws InterruptedException {
        Collection<Double> milliseconds = new ConcurrentLinkedQueue<>();
        var due = new AtomicInteger();
        long begun = System.nanoTime();
        List<Callable<Void>> threads = connections.stream()
                .map(connection -> (Callable<Void>) () -> {
                    work(connection, pace, begun, due, milliseconds);
                    return null;
                })
                .toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> thread : executor.invokeAll(threads)) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw Failure.failed("The base failed (%s).".formatted(e.getCause()));
        }
        var answers = new Distribution(milliseconds);
        return new Measured(answers.size(), (System.nanoTime() - begun) / 1e9, answers);
    }

    private void work(PlainTurn connection, Pace pace, long begun, AtomicInteger due, Collection<Double> milliseconds)
            throws SQLException {
        while (true) {
            int number = due.getAndIncrement();
            long now = System.nanoTime();
            if (!pace.isWanted(number, now - begun)) {
                return;
            }
            long start = pace.isOpen() ? begun + pace.dueNanos(number) : now;
            while (start - System.nanoTime() > 0) {
                LockSupport.parkNanos(start - System.nanoTime());
            }
            int turn = next.getAndIncrement() & Integer.MAX_VALUE;
            connection.say(turn, events.get(turn % EVENTS));
            milliseconds.add((System.nanoTime() - start) / NANOS_PER_MILLI);
        }
    }

    private static List<EventRecord> events(Crowd crowd) {
        var turns = new RecordedTurns(crowd);
        Instant now = Instant.now();
        List<EventRecord> events = new ArrayList<>(EVENTS);
        for (int number = 0; number < EVENTS; number++) {
            events.add(turns.record(number, now));
        }
        return events;
    }

    /// Closes the connections and drops the tables.
    @Override
    public void close() {
        try {
            for (PlainTurn connection : connections) {
                connection.close();
            }
        } catch (SQLException e) {
            throw Failure.failed("The base could not be closed (%s).".formatted(e.getMessage()));
        }
        tables.close();
    }
}
