package dev.parlance.benchmark;

import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Flow;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Patience;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.HttpDriver;
import dev.parlance.benchmark.load.Lag;
import dev.parlance.benchmark.load.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A whole installation under a load that goes on: turns are sent over 32 connections while somebody looks twice a
/// second how many of them are in their days.
final class SteadyRate implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(20), Duration.ofMillis(100));

    private final Installation installation;
    private final Map<String, Long> processes;
    private final Crowd crowd;
    private final Flow flow;
    private final HttpDriver driver;
    private final AtomicLong accepted = new AtomicLong();

    /// @param perSecond turns that were accepted
    /// @param lag       seconds that the days lay behind at the end
    /// @param worst     the same at its worst in the last sixth of the time
    /// @param through   turns per second from the first request until the last turn was in its day
    record Held(double perSecond, double lag, double worst, double through, int refused, Cost cost) {}

    SteadyRate(Installation installation, Map<String, Long> processes, Crowd crowd) {
        this.installation = installation;
        this.processes = processes;
        this.crowd = crowd;
        this.flow = installation.flow();
        this.driver = HttpDriver.connect(installation.port("conversation"), CONNECTIONS);
        driver.send(crowd.begin(), Pace.atOnce(crowd.size())).requireOnly(201);
    }

    /// Sends at this pace and waits afterwards until all is counted.
    Held send(Pace pace) throws InterruptedException {
        var lag = new Lag();
        var refused = new AtomicInteger();
        CpuTime before = installation.cpu(processes);
        long already = accepted.get();
        long begun = System.nanoTime();
        Thread looker = Thread.ofPlatform().name("lag").start(() -> look(lag, begun, already));
        driver.send(crowd.turns(), pace, (_, status, _, _) -> {
            if (status == 201) {
                accepted.incrementAndGet();
            } else {
                refused.incrementAndGet();
            }
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        looker.interrupt();
        looker.join();
        lag.look(seconds, accepted.get() - already, flow.counted() - already);
        long turns = accepted.get() - already;
        var cost = new Cost(installation.cpu(processes).since(before), turns);
        PATIENCE.await(() -> flow.counted() == accepted.get(), () -> "%d turns were accepted and %d are counted."
                .formatted(accepted.get(), flow.counted()));
        double through = (System.nanoTime() - begun) / 1e9;
        return new Held(
                turns / seconds, lag.last(), lag.worstSince(seconds * 5 / 6), turns / through, refused.get(), cost);
    }

    private void look(Lag lag, long begun, long already) {
        try {
            while (true) {
                long now = accepted.get() - already;
                lag.look((System.nanoTime() - begun) / 1e9, now, Math.min(now, flow.counted() - already));
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the load has ended
        }
    }

    @Override
    public void close() {
        driver.close();
        flow.close();
    }
}
