package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Machine;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Durability;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all benchmarks have in common: they measure several times, each time on an installation of its own, and
/// print what they were called as and what they ran on.
final class Repetition {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "how many times (${DEFAULT-VALUE})")
    int runs;

    private final Machine machine = Machine.here();
    /// None where no installation was started.
    private Durability durability;

    /// One measurement; the installation has not been started yet.
    @FunctionalInterface
    interface Run {
        void measure(Installation installation, Runs figures) throws InterruptedException;
    }

    /// The checkout that the launcher belongs to.
    static Path home() {
        return Path.of(System.getProperty("parlance.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    Runs measure(Run run) throws InterruptedException {
        if (runs < 1) {
            throw Failure.usage("--runs takes a number above 0.");
        }
        var figures = new Runs();
        for (int number = 1; number <= runs; number++) {
            say("run %d of %d".formatted(number, runs));
            try (var installation = installation()) {
                run.measure(installation, figures);
            }
        }
        return figures;
    }

    /// One that has not been started yet.
    Installation installation() {
        var installation = Installation.in(home());
        say("logs: " + installation.logs());
        return installation;
    }

    /// Makes sure that an installation keeps what it commits: everything else is easily fast.
    void requireDurable(Installation installation) {
        durability = installation.durability();
    }

    /// Something on the way to the figures.
    void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    /// Prints tables under a head that says how they came about.
    void print(List<String> tables) {
        var out = spec.commandLine().getOut();
        out.println("`./%s`".formatted(call()));
        out.println();
        out.println(machine.text() + (durability == null ? "" : "; " + durability.text()) + ".");
        for (String table : tables) {
            out.println();
            out.println(table);
        }
        out.flush();
    }

    private String call() {
        var arguments = spec.root().commandLine().getParseResult().originalArgs();
        return spec.root().name() + " " + String.join(" ", arguments);
    }
}
