package dev.parlance.cli.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/// The result of an import: the numbers of new, existing and refused items.
public record ImportResult(
        int conversationsNew,
        int conversationsKnown,
        int turnsNew,
        int turnsKnown,
        int turnsRefused,
        List<ImportError> badLines,
        double seconds) {

    @JsonProperty
    public double turnsPerSecond() {
        return seconds == 0 ? 0 : Math.round((turnsNew + turnsKnown) / seconds * 10) / 10.0;
    }

    /// The result in one line.
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
