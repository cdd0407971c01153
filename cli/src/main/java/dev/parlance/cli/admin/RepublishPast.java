package dev.parlance.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Progress;
import dev.parlance.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// Orders that a service tells its past again, and follows it to its end. The service goes on whether or not anybody
/// follows, also after it was killed and started again.
public final class RepublishPast {
    private static final String PATH = "/v1/admin/republish";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_LOOK = Duration.ofMillis(100);
    private static final Duration WATCHED = Duration.ofMillis(300);
    private static final Duration UNWATCHED = Duration.ofSeconds(2);

    private final Target service;
    private final Terminal terminal;
    private final PatientHttp.Rest rest;

    public RepublishPast(Target service, Terminal terminal) {
        this(service, terminal, Thread::sleep);
    }

    RepublishPast(Target service, Terminal terminal, PatientHttp.Rest rest) {
        this.service = service;
        this.terminal = terminal;
        this.rest = rest;
    }

    /// @param selection `from`, `to`, `learnerId`; what is absent narrows nothing down
    /// @return the order as it was accepted
    public JsonNode order(Map<String, String> selection) throws InterruptedException {
        ObjectNode body = Target.JSON.createObjectNode();
        selection.forEach(body::put);
        return service.accepted(service.post(PATH, body));
    }

    /// The order as it is at its end.
    ///
    /// @throws InterruptedException if nobody wants to wait any longer; the service goes on
    public JsonNode followed(JsonNode ordered) throws InterruptedException {
        String path = PATH + "/" + ordered.path("id").asText();
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
        long sent = now.path("sent").asLong();
        boolean counted = now.path("total").isNumber();
        var progress = new Progress(sent, Math.max(sent, now.path("total").asLong()), elapsed);
        if (terminal.watched()) {
            terminal.redraw(counted ? progress.bar() : turns(sent));
        } else {
            terminal.say(counted ? progress.line() : turns(sent));
        }
    }

    /// How one that nobody follows can be looked at and stopped.
    public String wayBack(JsonNode ordered) {
        String at = "%s%s/%s"
                .formatted(
                        service.url().toString().replaceFirst("/+$", ""),
                        PATH,
                        ordered.path("id").asText());
        return "The republish goes on by itself: curl %1$s shows how far it is, curl -X DELETE %1$s ends it."
                .formatted(at);
    }

    /// What has come of it.
    ///
    /// @throws Failure if it did not come to its end
    public String outcome(JsonNode ended) {
        String sent = turns(ended.path("sent").asLong());
        return switch (ended.path("status").asText()) {
            case "completed" -> "%s told %s again.".formatted(service.name(), sent);
            case "cancelled" -> throw Failure.failed("The republish was cancelled after %s.".formatted(sent));
            default ->
                throw Failure.failed("The republish failed after %s: %s"
                        .formatted(sent, ended.path("error").asText("unknown")));
        };
    }

    private static String turns(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d turn" : "%,d turns", count);
    }
}
