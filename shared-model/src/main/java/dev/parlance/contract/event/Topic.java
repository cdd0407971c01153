package dev.parlance.contract.event;

/// The Kafka topics, without the installation's prefix. `deploy/kafka/topics.yaml` has their settings.
public enum Topic {
    CONVERSATION_EVENTS("conversation-events"),
    ANALYSIS_EVENTS("analysis-events"),
    DAILY_SUMMARIES("daily-summaries"),
    MODULE_USAGE("module-usage");

    private final String suffix;

    Topic(String suffix) {
        this.suffix = suffix;
    }

    /// The full name in an installation, for example `parlance.analysis-events` with the prefix `parlance.`.
    public String name(String prefix) {
        return prefix + suffix;
    }
}
