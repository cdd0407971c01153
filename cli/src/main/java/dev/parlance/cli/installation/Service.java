package dev.parlance.cli.installation;

import java.util.Locale;

/// The three services and their heap sizes in a local installation.
public enum Service {
    CONVERSATION(256),
    ANALYSIS(640),
    SUMMARY(288);

    private final int heapMegabytes;

    Service(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    /// For example `conversation`: the name of its schema, flags and log.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For example `conversation-service`.
    public String artifact() {
        return id() + "-service";
    }

    public String heap() {
        return "-Xmx" + heapMegabytes + "m";
    }
}
