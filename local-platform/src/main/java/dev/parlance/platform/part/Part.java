package dev.parlance.platform.part;

import java.util.Locale;

/// The parts of a platform; each can be left out.
public enum Part {
    KAFKA("Kafka"),
    POSTGRES("PostgreSQL"),
    S3("S3");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /// The name for messages.
    public String title() {
        return title;
    }

    /// The name in file names and flags: `kafka`, `postgres`, `s3`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
