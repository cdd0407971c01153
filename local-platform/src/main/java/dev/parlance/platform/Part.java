package dev.parlance.platform;

import java.util.Locale;

/// What a platform is made of; each can be left out.
public enum Part {
    KAFKA("Kafka"),
    POSTGRES("PostgreSQL"),
    S3("S3");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /// The name as a person writes it.
    public String title() {
        return title;
    }

    /// The name in file names and in the flags of the command line: `kafka`, `postgres`, `s3`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
