package dev.parlance.fault;

import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.scenario.ScenarioCatalog;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Shows what can be done to it.")
final class ListCommand implements Runnable {
    @Override
    public void run() {
        for (FaultScenario scenario : ScenarioCatalog.all()) {
            System.out.printf("%s  %-28s %s%n", scenario.id(), scenario.title(), scenario.promise());
        }
    }
}
