package dev.parlance.fault.scenario.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fault.check.TableSnapshot;
import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.load.ApiClient;
import dev.parlance.fault.load.ApiResponse;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/// All derived tables and all topics are dropped; the conversations remain.
public final class T17Rebuild implements FaultScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(10);
    private static final int MIN_TURNS_PER_SECOND = 1_000;

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
        run.importTurns(LoadProfile.standard(run.prefix()), turns);
        run.startStandardLoad();
        run.sleep(run.scale().seconds(3, 20));
        run.drain(REBUILD_TIMEOUT);
        TableSnapshot before = run.takeSnapshot();
        dropDerivedData(run);
        double perSecond = republish(run, Service.CONVERSATION, "summary.turn_fact");
        run.note("rebuilt from the conversations at %.0f turns/s".formatted(perSecond));
        run.require(
                run.scale().pick(1, MIN_TURNS_PER_SECOND) <= perSecond,
                "rebuilt at %.0f turns/s only".formatted(perSecond));
        run.requireEqual(before, "a rebuild from the conversations");
        run.recordFault("the tables of summary-service are dropped");
        run.cluster().stop(Service.SUMMARY);
        recreateSchema(run, Service.SUMMARY);
        run.cluster().first(Service.SUMMARY).start();
        run.note("summary alone rebuilt at %.0f turns/s"
                .formatted(republish(run, Service.ANALYSIS, "summary.turn_fact")));
        run.requireEqual(before, "a rebuild of summary alone");
    }

    private static void dropDerivedData(FaultRun run) throws Exception {
        run.recordFault("the tables of analysis and summary and all topics are dropped");
        run.cluster().stop(Service.values());
        recreateSchema(run, Service.ANALYSIS);
        recreateSchema(run, Service.SUMMARY);
        List<String> topics = Topics.load().names();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", run.cluster().bootstrapServers()))) {
            admin.deleteTopics(topics).all().get(30, TimeUnit.SECONDS);
            var _ = Polling.await(
                    "the topics are gone", Duration.ofSeconds(30), () -> admin.listTopics().names().get().stream()
                            .noneMatch(topics::contains));
        }
        var _ = Polling.await("the topics are back", Duration.ofSeconds(30), () -> {
            Topics.load().createMissing(run.cluster().bootstrapServers());
            return true;
        });
        run.cluster().all().forEach(ServiceProcess::launch);
        run.cluster().all().forEach(ServiceProcess::awaitReady);
    }

    /// Drops a service's schema, the history of its migrations included, and makes an empty one, as at the first
    /// start.
    private static void recreateSchema(FaultRun run, Service service) throws IOException {
        String schema = service.schema();
        long turns = run.readOnlySql()
                .queryLong("select count(*) from %s"
                        .formatted(service == Service.ANALYSIS ? "analysis.analyzed_turn" : "summary.turn_fact"));
        run.recordProof("turns in the tables of %s that are dropped".formatted(schema), turns);
        String roles = Files.readString(Checkout.root().resolve("deploy/postgres/roles.sql"))
                .replaceAll("\\$\\{(\\w+)_password}", "$1");
        run.cluster().sql("postgres").execute("drop schema %s cascade".formatted(schema), roles);
    }

    /// @return turns a second, until every stored turn is in that table
    private static double republish(FaultRun run, Service from, String table) throws Exception {
        long turns = run.readOnlySql().queryLong("select count(*) from conversation.turn");
        var client = new ApiClient(() -> run.cluster().first(from).url());
        long begun = System.nanoTime();
        ApiResponse answer = client.post("/v1/admin/republish", "{}");
        if (answer.status() != 202) {
            throw new FaultTestFailure(
                    "republish on %s was answered %d %s".formatted(from.module(), answer.status(), answer.body()));
        }
        String id = JSON.readTree(answer.body()).get("id").asText();
        var load = run.startLoad(LoadProfile.standard(run.prefix() + "-live")
                .withTurnsPerSecond(run.scale().pick(5, 60)));
        var _ = Polling.await(
                "all is sent again", REBUILD_TIMEOUT, () -> status(client, id).equals("completed"));
        var _ = Polling.await(
                "every turn is counted again",
                REBUILD_TIMEOUT,
                () -> run.readOnlySql().queryLong("select count(*) from " + table) >= turns);
        double seconds = (System.nanoTime() - begun) / 1e9;
        load.stop();
        run.recordProof("turns counted again", run.readOnlySql().queryLong("select count(*) from " + table));
        run.drain(REBUILD_TIMEOUT);
        return turns / seconds;
    }

    private static String status(ApiClient client, String id) throws Exception {
        JsonNode republish =
                JSON.readTree(client.get("/v1/admin/republish/" + id).body());
        String status = republish.get("status").asText();
        if (status.equals("failed")) {
            throw new FaultTestFailure("republish failed: " + republish);
        }
        return status;
    }
}
