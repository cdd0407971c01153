package dev.parlance.benchmark.harness;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.storage.DurabilitySettings;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.report.Machine;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all benchmarks have in common: they measure several times, each time on an installation of its own, and
/// print what they were called as and what they ran on.
public final class BenchmarkHarness {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "how many times (${DEFAULT-VALUE})")
    public int runs;

    private final Machine machine = Machine.detect();
    /// None where no installation was started.
    private DurabilitySettings durability;

    /// One measurement; the installation has not been started yet.
    @FunctionalInterface
    public interface Measurement {
        void measure(Installation installation, BenchmarkResults figures) throws InterruptedException;
    }

    /// The checkout that the launcher belongs to.
    public static Path checkoutDirectory() {
        return Path.of(System.getProperty("parlance.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    public BenchmarkResults measure(Measurement run) throws InterruptedException {
        if (runs < 1) {
            throw Failure.usage("--runs takes a number above 0.");
        }
        var figures = new BenchmarkResults();
        for (int number = 1; number <= runs; number++) {
            printProgress("run %d of %d".formatted(number, runs));
            try (var installation = newInstallation()) {
                run.measure(installation, figures);
            }
        }
        return figures;
    }

    /// One that has not been started yet.
    public Installation newInstallation() {
        var installation = Installation.create(checkoutDirectory());
        printProgress("logs: " + installation.logs());
        return installation;
    }

    /// Makes sure that an installation keeps what it commits: everything else is easily fast.
    public void requireDurable(Installation installation) {
        durability = installation.durabilitySettings();
    }

    /// Something on the way to the figures.
    public void printProgress(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    /// Prints tables under a head that says how they came about.
    public void printTables(List<String> tables) {
        var out = spec.commandLine().getOut();
        out.println("`./%s`".formatted(commandLineText()));
        out.println();
        out.println(machine.describe() + (durability == null ? "" : "; " + durability.describe()) + ".");
        for (String table : tables) {
            out.println();
            out.println(table);
        }
        out.flush();
    }

    private String commandLineText() {
        var arguments = spec.root().commandLine().getParseResult().originalArgs();
        return spec.root().name() + " " + String.join(" ", arguments);
    }
}
