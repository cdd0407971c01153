package dev.parlance.cli.admin.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.http.ServiceClient;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Progress;
import dev.parlance.cli.terminal.StopSignal;
import dev.parlance.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/// Starts a long job in a service and follows it to its end. The job continues without the follower, also after a
/// restart of the service.
final class AdminJob {
    private static final Duration RETRY_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration MIN_POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration MAX_INTERACTIVE_POLL_INTERVAL = Duration.ofMillis(300);
    private static final Duration MAX_POLL_INTERVAL = Duration.ofSeconds(2);

    private final Kind kind;
    private final ServiceClient service;
    private final Terminal terminal;
    private final RetryingHttpClient.Sleeper sleeper;

    /// The kinds of jobs. The status of a job is `running`, then `completed`, `cancelled` or `failed`.
    enum Kind {
        REPUBLISH("/v1/admin/republish", "sent", "turn"),
        REANALYSIS("/v1/admin/reanalysis", "turns", "turn"),
        SWEEP("/v1/admin/audio/sweeps", "lookedAt", "sound");

        private final String path;
        private final String countField;
        private final String noun;

        /// @param countField the field with the number of items that are done
        /// @param noun       one item
        Kind(String path, String countField, String noun) {
            this.path = path;
            this.countField = countField;
            this.noun = noun;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    AdminJob(Kind kind, ServiceClient service, Terminal terminal) {
        this(kind, service, terminal, Thread::sleep);
    }

    AdminJob(Kind kind, ServiceClient service, Terminal terminal, RetryingHttpClient.Sleeper sleeper) {
        this.kind = kind;
        this.service = service;
        this.terminal = terminal;
        this.sleeper = sleeper;
    }

    /// Starts the job and waits for its end, unless the options say not to wait or Ctrl-C ends the waiting.
    ///
    /// @param request the selection; an absent field selects everything
    /// @param report  the outcome for a person, from the completed job and the number of its items
    /// @return the exit code
    /// @throws CommandFailure if the job was cancelled or failed
    int run(Map<String, ?> request, JobOptions options, BiFunction<JsonNode, Long, String> report)
            throws InterruptedException {
        JsonNode started = service.requireSuccess(service.post(kind.path, ServiceClient.JSON.valueToTree(request)));
        if (options.noWait) {
            terminal.print(options.json ? started.toString() : continuationHint(started));
            return 0;
        }
        try (StopSignal _ = StopSignal.install()) {
            follow(started, options, report);
        }
        return 0;
    }

    /// Catches the interrupt of Ctrl-C itself: the process ends when the stop signal is closed.
    private void follow(JsonNode started, JobOptions options, BiFunction<JsonNode, Long, String> report) {
        try {
            JsonNode ended = awaitEnd(started);
            if (options.json) {
                terminal.print(ended.toString());
            }
            long count = requireCompleted(ended);
            if (!options.json) {
                terminal.print(report.apply(ended, count));
            }
        } catch (InterruptedException e) {
            terminal.printStatus(continuationHint(started));
        }
    }

    private JsonNode awaitEnd(JsonNode started) throws InterruptedException {
        String path = kind.path + "/" + started.path("id").asText();
        long startNanos = System.nanoTime();
        JsonNode job = started;
        Duration pause = MIN_POLL_INTERVAL;
        while (job.path("status").asText().equals("running")) {
            sleeper.sleep(pause);
            pause = nextInterval(pause);
            job = service.requireSuccess(service.get(path, RETRY_TIMEOUT, sleeper));
            showProgress(job, Duration.ofNanos(System.nanoTime() - startNanos));
        }
        if (terminal.interactive()) {
            terminal.redraw("");
        }
        return job;
    }

    private Duration nextInterval(Duration pause) {
        Duration longest = terminal.interactive() ? MAX_INTERACTIVE_POLL_INTERVAL : MAX_POLL_INTERVAL;
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }

    private void showProgress(JsonNode job, Duration elapsed) {
        long done = doneCount(job);
        boolean hasTotal = job.path("total").isNumber();
        var progress = new Progress(done, Math.max(done, job.path("total").asLong()), elapsed);
        if (terminal.interactive()) {
            terminal.redraw(hasTotal ? progress.bar() : formatCount(kind.noun, done));
        } else {
            terminal.printStatus(hasTotal ? progress.line() : formatCount(kind.noun, done));
        }
    }

    /// How to see and to end a job that is not followed.
    private String continuationHint(JsonNode started) {
        String at = "%s%s/%s"
                .formatted(
                        service.url().toString().replaceFirst("/+$", ""),
                        kind.path,
                        started.path("id").asText());
        return "The %2$s goes on by itself: curl %1$s shows how far it is, curl -X DELETE %1$s ends it."
                .formatted(at, kind.label());
    }

    /// @return how many items are done
    private long requireCompleted(JsonNode ended) {
        return switch (ended.path("status").asText()) {
            case "completed" -> doneCount(ended);
            case "cancelled" ->
                throw CommandFailure.failed("The %s was cancelled after %s."
                        .formatted(kind.label(), formatCount(kind.noun, doneCount(ended))));
            default ->
                throw CommandFailure.failed("The %s failed after %s: %s"
                        .formatted(
                                kind.label(),
                                formatCount(kind.noun, doneCount(ended)),
                                ended.path("error").asText("unknown")));
        };
    }

    private long doneCount(JsonNode job) {
        return job.path(kind.countField).asLong();
    }

    static String formatTurns(long count) {
        return formatCount("turn", count);
    }

    /// For example `1,234 turns`.
    static String formatCount(String noun, long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, noun);
    }
}
