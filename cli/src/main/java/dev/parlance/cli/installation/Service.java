package dev.parlance.cli.installation;

import java.util.Locale;

/// The three services, with the heap that each is given here.
public enum Service {
    CONVERSATION(256),
    ANALYSIS(640),
    SUMMARY(288);

    private final int heapMegabytes;

    Service(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    /// `conversation`: what its schema, its flags and its log are called after.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `conversation-service`: what people call it.
    public String artifact() {
        return id() + "-service";
    }

    String heap() {
        return "-Xmx" + heapMegabytes + "m";
    }
}
