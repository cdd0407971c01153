package dev.parlance.journey.fault.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.check.Snapshot;
import dev.parlance.journey.fault.load.Answer;
import dev.parlance.journey.fault.load.Client;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.world.FaultFailed;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import dev.parlance.platform.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/// Everything that was derived is gone, and the topics with it; what was said is still there.
public final class T17Rebuild implements FaultScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_LEAST_PER_SECOND = 1_000;

    @Override
    public String id() {
        return "T17";
    }

    @Override
    public String title() {
        return "rebuild";
    }

    @Override
    public String promise() {
        return "tables of analysis and summary and all topics dropped, conversations sent again from their tables"
                + " under live traffic, then summary alone: equal to before, at 1,000 turns/s or more (measured at full"
                + " scale)";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        int turns = run.scale().pick(2_000, 50_000);
        run.importing(Shape.standard(run.prefix()), turns);
        run.standardLoad();
        run.pass(run.scale().seconds(3, 20));
        run.settle(PATIENCE);
        Snapshot before = Snapshot.of(run.checker(), run.prefix());
        drop(run);
        double perSecond = republish(run, Kind.CONVERSATION, "summary.turn_fact");
        run.note("rebuilt from the conversations at %.0f turns/s".formatted(perSecond));
        run.require(
                run.scale().pick(1, AT_LEAST_PER_SECOND) <= perSecond,
                "rebuilt at %.0f turns/s only".formatted(perSecond));
        same(run, before, "a rebuild from the conversations");
        run.fault("the tables of summary-service are dropped");
        run.world().stop(Kind.SUMMARY);
        empty(run, Kind.SUMMARY);
        run.world().first(Kind.SUMMARY).start();
        run.note("summary alone rebuilt at %.0f turns/s".formatted(republish(run, Kind.ANALYSIS, "summary.turn_fact")));
        same(run, before, "a rebuild of summary alone");
    }

    private static void drop(FaultRun run) throws Exception {
        run.fault("the tables of analysis and summary and all topics are dropped");
        run.world().stop(Kind.values());
        empty(run, Kind.ANALYSIS);
        empty(run, Kind.SUMMARY);
        List<String> topics = Topics.load().names();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", run.world().kafka()))) {
            admin.deleteTopics(topics).all().get(30, TimeUnit.SECONDS);
            var _ = Until.holds(
                    "the topics are gone", Duration.ofSeconds(30), () -> admin.listTopics().names().get().stream()
                            .noneMatch(topics::contains));
        }
        var _ = Until.holds("the topics are back", Duration.ofSeconds(30), () -> {
            Topics.load().createMissing(run.world().kafka());
            return true;
        });
        run.world().all().forEach(Instance::launch);
        run.world().all().forEach(Instance::awaitReady);
    }

    /// Drops a service's schema, the history of its migrations included, and makes an empty one, as at the first start.
    private static void empty(FaultRun run, Kind kind) throws IOException {
        String schema = kind.schema();
        long turns = run.checker()
                .number("select count(*) from %s"
                        .formatted(kind == Kind.ANALYSIS ? "analysis.analyzed_turn" : "summary.turn_fact"));
        run.proof("turns in the tables of %s that are dropped".formatted(schema), turns);
        String roles = Files.readString(run.world().home().resolve("deploy/postgres/roles.sql"))
                .replaceAll("\\$\\{(\\w+)_password}", "$1");
        run.world().sql("postgres").execute("drop schema %s cascade".formatted(schema), roles);
    }

    /// @return turns a second, until every stored turn is in that table
    private static double republish(FaultRun run, Kind from, String table) throws Exception {
        long turns = run.checker().number("select count(*) from conversation.turn");
        var client = new Client(() -> run.world().first(from).url());
        long begun = System.nanoTime();
        Answer answer = client.post("/v1/admin/republish", "{}");
        if (answer.status() != 202) {
            throw new FaultFailed(
                    "republish on %s was answered %d %s".formatted(from.module(), answer.status(), answer.body()));
        }
        String id = JSON.readTree(answer.body()).get("id").asText();
        var load =
                run.load(Shape.standard(run.prefix() + "-live").at(run.scale().pick(5, 60)));
        var _ = Until.holds(
                "all is sent again", PATIENCE, () -> status(client, id).equals("completed"));
        var _ = Until.holds(
                "every turn is counted again",
                PATIENCE,
                () -> run.checker().number("select count(*) from " + table) >= turns);
        double seconds = (System.nanoTime() - begun) / 1e9;
        load.stop();
        run.proof("turns counted again", run.checker().number("select count(*) from " + table));
        run.settle(PATIENCE);
        return turns / seconds;
    }

    private static String status(Client client, String id) throws Exception {
        JsonNode republish =
                JSON.readTree(client.get("/v1/admin/republish/" + id).body());
        String status = republish.get("status").asText();
        if (status.equals("failed")) {
            throw new FaultFailed("republish failed: " + republish);
        }
        return status;
    }

    private static void same(FaultRun run, Snapshot before, String after) {
        List<String> differences = before.differences(Snapshot.of(run.checker(), run.prefix()));
        run.require(differences.isEmpty(), "tables differ after %s: %s".formatted(after, differences));
    }
}
