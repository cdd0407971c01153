package dev.parlance.cli.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/// The outcome of an import: what was new, what had been there already, what was refused.
public record Imported(
        int conversationsNew,
        int conversationsKnown,
        int turnsNew,
        int turnsKnown,
        int turnsRefused,
        List<BadLine> badLines,
        double seconds) {

    @JsonProperty
    public double turnsPerSecond() {
        return seconds == 0 ? 0 : Math.round((turnsNew + turnsKnown) / seconds * 10) / 10.0;
    }

    /// One line for a person.
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d conversations (%,d new, %,d already there); turns: %,d new, %,d already there, %,d refused; "
                        + "%.1f s, %,.0f turns/s",
                conversationsNew + conversationsKnown,
                conversationsNew,
                conversationsKnown,
                turnsNew,
                turnsKnown,
                turnsRefused,
                seconds,
                turnsPerSecond());
    }

    public boolean isComplete() {
        return badLines.isEmpty();
    }
}
