package dev.parlance.benchmark.load;

import dev.parlance.benchmark.figure.Distribution;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends turns when they are due and notes what became of them.
public final class SteadyLoad {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Schedule schedule;
    private final Learners learners;
    private final CountedTurns counted;
    private final Collection<Double> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    public SteadyLoad(Schedule schedule, Learners learners, CountedTurns counted) {
        this.schedule = schedule;
        this.learners = learners;
        this.counted = counted;
    }

    /// Returns when all turns have been answered.
    public void send() throws InterruptedException {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int next = 0; next < schedule.turns(); next++) {
                int turn = next;
                long due = begun + schedule.dueNanos(turn);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                threads.execute(() -> send(turn, due));
            }
        }
    }

    /// Turns that were not answered by 201.
    public int refused() {
        return refused.get();
    }

    /// Milliseconds from when a turn was due until its answer had come, of the measured turns.
    public Distribution milliseconds() {
        return new Distribution(answers);
    }

    private void send(int turn, long due) {
        try {
            boolean accepted = learners.say(turn);
            long answered = System.nanoTime();
            if (!accepted) {
                refused.incrementAndGet();
                return;
            }
            counted.accepted(learners.id(turn), answered, schedule.isMeasured(turn));
            if (schedule.isMeasured(turn)) {
                answers.add((answered - due) / NANOS_PER_MILLI);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refused.incrementAndGet();
        }
    }
}
