package dev.parlance.benchmark.throughput.baseline;

import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.TurnRecordedEvents;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.platform.client.SqlClient;
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
public final class BaselineTransactions implements AutoCloseable {
    private static final int THREADS = 32;
    private static final int EVENT_COUNT = 2_880; // 960 of each language
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<EventRecord> events;
    private final BaselineTables tables;
    private final List<BaselineTurnWriter> writers = new ArrayList<>();
    private final AtomicInteger nextTurn = new AtomicInteger();

    /// @param seconds      from the start until the last commit
    /// @param milliseconds from when each was due until it had committed
    public record TransactionResult(int turns, double seconds, Distribution milliseconds) {
        public double turnsPerSecond() {
            return turns / seconds;
        }
    }

    private BaselineTransactions(SqlClient postgres, SimulatedLearners crowd) {
        this.events = events(crowd);
        this.tables = BaselineTables.create(postgres);
    }

    /// With empty tables in which the crowd's conversations have begun.
    public static BaselineTransactions prepare(SqlClient postgres, SimulatedLearners crowd) {
        var transactions = new BaselineTransactions(postgres, crowd);
        try {
            for (int thread = 0; thread < THREADS; thread++) {
                transactions.writers.add(new BaselineTurnWriter(transactions.tables.connect(), crowd));
            }
            for (int learner = 0; learner < crowd.size(); learner++) {
                transactions.writers.getFirst().insertConversation(learner);
            }
        } catch (SQLException e) {
            transactions.close();
            throw Failure.failed("The base could not begin (%s).".formatted(e.getMessage()));
        }
        return transactions;
    }

    /// Takes in turns at this pace.
    public TransactionResult run(LoadProfile pace) throws InterruptedException {
        Collection<Double> milliseconds = new ConcurrentLinkedQueue<>();
        var due = new AtomicInteger();
        long begun = System.nanoTime();
        List<Callable<Void>> threads = writers.stream()
                .map(connection -> (Callable<Void>) () -> {
                    runThread(connection, pace, begun, due, milliseconds);
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
        return new TransactionResult(answers.size(), (System.nanoTime() - begun) / 1e9, answers);
    }

    private void runThread(
            BaselineTurnWriter connection,
            LoadProfile pace,
            long begun,
            AtomicInteger due,
            Collection<Double> milliseconds)
            throws SQLException {
        while (true) {
            int number = due.getAndIncrement();
            long now = System.nanoTime();
            if (!pace.includes(number, now - begun)) {
                return;
            }
            long start = pace.isOpenLoop() ? begun + pace.dueNanos(number) : now;
            while (start - System.nanoTime() > 0) {
                LockSupport.parkNanos(start - System.nanoTime());
            }
            int turn = nextTurn.getAndIncrement() & Integer.MAX_VALUE;
            connection.writeTurn(turn, events.get(turn % EVENT_COUNT));
            milliseconds.add((System.nanoTime() - start) / NANOS_PER_MILLI);
        }
    }

    private static List<EventRecord> events(SimulatedLearners crowd) {
        var turns = new TurnRecordedEvents(crowd);
        Instant now = Instant.now();
        List<EventRecord> events = new ArrayList<>(EVENT_COUNT);
        for (int number = 0; number < EVENT_COUNT; number++) {
            events.add(turns.create(number, now));
        }
        return events;
    }

    /// Closes the connections and drops the tables.
    @Override
    public void close() {
        try {
            for (BaselineTurnWriter connection : writers) {
                connection.close();
            }
        } catch (SQLException e) {
            throw Failure.failed("The base could not be closed (%s).".formatted(e.getMessage()));
        }
        tables.close();
    }
}
