package dev.parlance.cli.transcript;

import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Imports transcripts: lanes side by side, each learner's conversations in the order in which they happened. What
/// cannot be imported is reported with its line while the rest goes on; only a service that stays silent ends the
/// import.
public final class ImportTranscripts {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI service;
    private final int parallel;
    private final double turnsPerSecond;
    private final Terminal terminal;
    private final Duration patience;
    private final PatientHttp.Rest rest;

    /// A rate of 0 turns per second means: as fast as the service takes them.
    public ImportTranscripts(URI service, int parallel, double turnsPerSecond, Terminal terminal) {
        this(service, parallel, turnsPerSecond, terminal, PATIENCE, Thread::sleep);
    }

    ImportTranscripts(
            URI service,
            int parallel,
            double turnsPerSecond,
            Terminal terminal,
            Duration patience,
            PatientHttp.Rest rest) {
        this.service = service;
        this.parallel = parallel;
        this.turnsPerSecond = turnsPerSecond;
        this.terminal = terminal;
        this.patience = patience;
        this.rest = rest;
    }

    public Imported importAll(List<Path> files) throws InterruptedException {
        List<Transcript> transcripts = index(files);
        Tally tally = new Tally();
        transcripts.stream().flatMap(file -> file.badLines().stream()).forEach(bad -> tally.bad(bad, 0));
        PatientHttp http = new PatientHttp(patience, rest, System::nanoTime, terminal::say);
        SendSitting send = new SendSitting(
                new ConversationClient(service, http), new Pace(turnsPerSecond, System::nanoTime), rest, tally);
        int turns = transcripts.stream()
                .flatMap(file -> file.lines().stream())
                .mapToInt(Transcript.Line::turns)
                .sum();
        long begun = System.nanoTime();
        try (ProgressLines _ = ProgressLines.of(terminal, tally::turnsDone, turns)) {
            sendAll(Lane.of(transcripts), send);
        }
        Imported imported = tally.after(Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
        boolean several = files.size() > 1;
        imported.badLines().forEach(bad -> terminal.say((several ? bad.file() + " " : "") + bad.text()));
        return imported;
    }

    private static List<Transcript> index(List<Path> files) {
        List<Transcript> transcripts = new ArrayList<>();
        for (Path file : files) {
            try {
                transcripts.add(Transcript.index(file));
            } catch (IOException e) {
                throw Failure.usage("%s cannot be read".formatted(file));
            }
        }
        return transcripts;
    }

    private void sendAll(List<Lane> lanes, SendSitting send) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (Lane lane : lanes) {
                sent.add(workers.submit(() -> {
                    for (Transcript.Line line : lane.lines()) {
                        send.send(line);
                    }
                    return null;
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure silent
                    ? silent
                    : new IllegalStateException("a conversation could not be sent", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
