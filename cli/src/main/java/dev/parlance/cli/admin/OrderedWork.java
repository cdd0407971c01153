package dev.parlance.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Progress;
import dev.parlance.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// Orders work that takes a service a while, and follows it to its end. The service goes on whether or not anybody
/// follows, also after it was killed and started again.
public final class OrderedWork {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_LOOK = Duration.ofMillis(100);
    private static final Duration WATCHED = Duration.ofMillis(300);
    private static final Duration UNWATCHED = Duration.ofSeconds(2);

    private final Kind kind;
    private final Target service;
    private final Terminal terminal;
    private final PatientHttp.Rest rest;

    /// What can be ordered. An order is `running`, then `completed`, `cancelled` or `failed`.
    public enum Kind {
        REPUBLISH("/v1/admin/republish", "sent", "turn"),
        REANALYSIS("/v1/admin/reanalysis", "turns", "turn"),
        SWEEP("/v1/admin/audio/sweeps", "lookedAt", "sound");

        private final String path;
        private final String counted;
        private final String noun;

        /// @param counted the field with the number of those that are done
        /// @param noun    one of them
        Kind(String path, String counted, String noun) {
            this.path = path;
            this.counted = counted;
            this.noun = noun;
        }

        private String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public OrderedWork(Kind kind, Target service, Terminal terminal) {
        this(kind, service, terminal, Thread::sleep);
    }

    OrderedWork(Kind kind, Target service, Terminal terminal, PatientHttp.Rest rest) {
        this.kind = kind;
        this.service = service;
        this.terminal = terminal;
        this.rest = rest;
    }

    /// @param order what the service takes; what is absent narrows nothing down
    /// @return the order as it was accepted
    public JsonNode order(Map<String, ?> order) throws InterruptedException {
        return service.accepted(service.post(kind.path, Target.JSON.valueToTree(order)));
    }

    /// The order as it is at its end.
    ///
    /// @throws InterruptedException if nobody wants to wait any longer; the service goes on
    public JsonNode followed(JsonNode ordered) throws InterruptedException {
        String path = kind.path + "/" + ordered.path("id").asText();
        long begun = System.nanoTime();
        JsonNode now = ordered;
        Duration pause = FIRST_LOOK;
        while (now.path("status").asText().equals("running")) {
            rest.take(pause);
            pause = longer(pause);
            now = service.accepted(service.get(path, PATIENCE, rest));
            show(now, Duration.ofNanos(System.nanoTime() - begun));
        }
        if (terminal.watched()) {
            terminal.redraw("");
        }
        return now;
    }

    private Duration longer(Duration pause) {
        Duration longest = terminal.watched() ? WATCHED : UNWATCHED;
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }

    private void show(JsonNode now, Duration elapsed) {
        long sent = done(now);
        boolean counted = now.path("total").isNumber();
        var progress = new Progress(sent, Math.max(sent, now.path("total").asLong()), elapsed);
        if (terminal.watched()) {
            terminal.redraw(counted ? progress.bar() : counted(kind.noun, sent));
        } else {
            terminal.say(counted ? progress.line() : counted(kind.noun, sent));
        }
    }

    /// How one that nobody follows can be looked at and stopped.
    public String wayBack(JsonNode ordered) {
        String at = "%s%s/%s"
                .formatted(
                        service.url().toString().replaceFirst("/+$", ""),
                        kind.path,
                        ordered.path("id").asText());
        return "The %2$s goes on by itself: curl %1$s shows how far it is, curl -X DELETE %1$s ends it."
                .formatted(at, kind.shown());
    }

    /// How many are done.
    ///
    /// @throws Failure if it did not come to its end
    public long outcome(JsonNode ended) {
        return switch (ended.path("status").asText()) {
            case "completed" -> done(ended);
            case "cancelled" ->
                throw Failure.failed(
                        "The %s was cancelled after %s.".formatted(kind.shown(), counted(kind.noun, done(ended))));
            default ->
                throw Failure.failed("The %s failed after %s: %s"
                        .formatted(
                                kind.shown(),
                                counted(kind.noun, done(ended)),
                                ended.path("error").asText("unknown")));
        };
    }

    private long done(JsonNode order) {
        return order.path(kind.counted).asLong();
    }

    public static String turns(long count) {
        return counted("turn", count);
    }

    /// A number of things in words.
    public static String counted(String noun, long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, noun);
    }
}
