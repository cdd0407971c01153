package dev.parlance.journey.fault;

import picocli.CommandLine.Command;

@Command(name = "list", description = "Shows what can be done to it.")
final class ListCommand implements Runnable {
    @Override
    public void run() {
        for (FaultScenario scenario : Catalogue.all()) {
            System.out.printf("%s  %-28s %s%n", scenario.id(), scenario.title(), scenario.promise());
        }
    }
}
