package dev.parlance.platform.client;

import java.util.Locale;

/// The three services.
public enum Service {
    CONVERSATION("analysis-events"),
    ANALYSIS("conversation-events"),
    SUMMARY("analysis-events");

    private final String input;

    Service(String input) {
        this.input = input;
    }

    public String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return schema() + "-service";
    }

    public String consumerGroup() {
        return "parlance." + module();
    }

    /// The topic that it consumes.
    public String inputTopic() {
        return "parlance." + input;
    }
}
