package dev.parlance.journey.fault.world;

import java.util.Locale;

/// The three services.
public enum Kind {
    CONVERSATION("analysis-events"),
    ANALYSIS("conversation-events"),
    SUMMARY("analysis-events");

    private final String reads;

    Kind(String reads) {
        this.reads = reads;
    }

    public String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return schema() + "-service";
    }

    public String group() {
        return "parlance." + module();
    }

    /// The topic that it follows.
    public String topic() {
        return "parlance." + reads;
    }
}
