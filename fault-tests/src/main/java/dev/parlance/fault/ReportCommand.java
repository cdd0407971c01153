package dev.parlance.fault;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "report", description = "Writes the page of the last result of each test.")
final class ReportCommand implements Runnable {
    @Option(
            names = "--write",
            paramLabel = "FILE",
            defaultValue = "docs/reliability.md",
            description = "${DEFAULT-VALUE}")
    Path reportFile;

    @Override
    public void run() {
        RunOptions.writeReport(reportFile);
    }
}
