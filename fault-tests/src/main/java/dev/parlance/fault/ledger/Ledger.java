package dev.parlance.fault.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A file of JSON Lines, one before each attempt and one after its answer, each flushed at once. What a checker
/// expects comes from this file alone.
public final class Ledger implements AutoCloseable {
    static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path file;
    private final BufferedWriter lines;

    public Ledger(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.lines = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line of the file.
    ///
    /// @param at      nanoseconds of this machine's clock that never goes back
    /// @param said    with the first attempt of a turn, else null
    /// @param hash    of the body that is sent with this attempt; null with an answer
    /// @param outcome null with an attempt
    /// @param status  0 where no answer came
    /// @param reason  why none came, as far as is known; else null
    record Line(
            long at,
            UUID turn,
            int attempt,
            String hash,
            SimulatedTurn said,
            Outcome outcome,
            int status,
            String reason) {}

    /// To be called before anything of this attempt is sent.
    public void recordAttempt(SimulatedTurn said, int attempt) {
        write(new Line(
                System.nanoTime(), said.turn(), attempt, said.hash(), attempt == 1 ? said : null, null, 0, null));
    }

    /// @param status 0 where no answer came
    public void recordOutcome(SimulatedTurn said, int attempt, Outcome outcome, int status) {
        recordOutcome(said, attempt, outcome, status, null);
    }

    /// @param reason why no answer came; null where one did
    public void recordOutcome(SimulatedTurn said, int attempt, Outcome outcome, int status, String reason) {
        write(new Line(System.nanoTime(), said.turn(), attempt, null, null, outcome, status, reason));
    }

    /// All that is written by now.
    public LedgerHistory history() {
        return LedgerHistory.of(file);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Line line) {
        try {
            String text = JSON.writeValueAsString(line);
            synchronized (lines) {
                lines.write(text);
                lines.newLine();
                lines.flush();
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a line is always writable", impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
