package dev.parlance.cli.importing;

import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.ProgressDisplay;
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

/// Imports transcripts: learners in parallel, each learner's conversations in chronological order. A line or turn that
/// cannot be imported is reported and the import continues; only a service that does not answer ends it.
public final class ImportTranscripts {
    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(60);

    private final URI service;
    private final int parallel;
    private final double turnsPerSecond;
    private final Terminal terminal;
    private final Duration retryTimeout;
    private final RetryingHttpClient.Sleeper sleeper;

    /// @param turnsPerSecond 0 for no limit
    public ImportTranscripts(URI service, int parallel, double turnsPerSecond, Terminal terminal) {
        this(service, parallel, turnsPerSecond, terminal, RETRY_TIMEOUT, Thread::sleep);
    }

    ImportTranscripts(
            URI service,
            int parallel,
            double turnsPerSecond,
            Terminal terminal,
            Duration retryTimeout,
            RetryingHttpClient.Sleeper sleeper) {
        this.service = service;
        this.parallel = parallel;
        this.turnsPerSecond = turnsPerSecond;
        this.terminal = terminal;
        this.retryTimeout = retryTimeout;
        this.sleeper = sleeper;
    }

    public ImportResult importAll(List<Path> files) throws InterruptedException {
        List<Transcript> transcripts = index(files);
        ImportTally tally = new ImportTally();
        transcripts.stream().flatMap(file -> file.errors().stream()).forEach(bad -> tally.addError(bad, 0));
        RetryingHttpClient http =
                new RetryingHttpClient(retryTimeout, sleeper, System::nanoTime, terminal::printStatus);
        SendConversation send = new SendConversation(
                new ConversationClient(service, http),
                new RateLimiter(turnsPerSecond, System::nanoTime),
                sleeper,
                tally);
        int turns = transcripts.stream()
                .flatMap(file -> file.lines().stream())
                .mapToInt(Transcript.Line::turns)
                .sum();
        long startNanos = System.nanoTime();
        try (ProgressDisplay _ = ProgressDisplay.start(terminal, tally::turnsDone, turns)) {
            sendAll(LearnerQueue.of(transcripts), send);
        }
        ImportResult imported = tally.toResult(Math.round((System.nanoTime() - startNanos) / 1e8) / 10.0);
        boolean several = files.size() > 1;
        imported.badLines().forEach(bad -> terminal.printStatus((several ? bad.file() + " " : "") + bad.text()));
        return imported;
    }

    private static List<Transcript> index(List<Path> files) {
        List<Transcript> transcripts = new ArrayList<>();
        for (Path file : files) {
            try {
                transcripts.add(Transcript.index(file));
            } catch (IOException e) {
                throw CommandFailure.usage("%s cannot be read".formatted(file));
            }
        }
        return transcripts;
    }

    private void sendAll(List<LearnerQueue> lanes, SendConversation send) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (LearnerQueue lane : lanes) {
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
            throw e.getCause() instanceof CommandFailure silent
                    ? silent
                    : new IllegalStateException("a conversation could not be sent", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
