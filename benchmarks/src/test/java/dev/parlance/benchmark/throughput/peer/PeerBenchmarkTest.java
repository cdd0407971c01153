package dev.parlance.benchmark.throughput.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.benchmark.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PeerBenchmarkTest {
    @Test
    void itTakesTheOptionsOfTheOtherLoads() {
        var parsed = Main.commandLine()
                .parseArgs("peer", "--runs", "2", "--seconds", "15", "--warm-up", "20", "--learners", "50")
                .subcommand();
        var peer = (PeerBenchmark) parsed.commandSpec().userObject();

        assertThat(peer.harness.runs).isEqualTo(2);
        assertThat(peer.durations.measurement()).hasSeconds(15);
        assertThat(peer.durations.warmUp()).hasSeconds(20);
        assertThat(peer.learnerCount.learners).isEqualTo(50);
        assertThat(peer.poolSize).isEqualTo(32);
    }

    @Test
    void aPoolWithoutConnectionsIsWrongUsage() {
        var told = new StringWriter();
        CommandLine command = Main.commandLine().setErr(new PrintWriter(told));

        assertThat(command.execute("peer", "--pool", "0")).isEqualTo(2);
        assertThat(told).asString().contains("--pool takes a number above 0");
    }
}
