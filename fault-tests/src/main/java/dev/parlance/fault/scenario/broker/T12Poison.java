package dev.parlance.fault.scenario.broker;

import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.load.ApiClient;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.scenario.broker.PoisonRecords.RecordPosition;
import dev.parlance.platform.client.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Unreadable records between the valid records of other learners.
public final class T12Poison implements FaultScenario {
    private static final String REPAIRED_LEARNERS = "repaired-T12";

    @Override
    public String id() {
        return "T12";
    }

    @Override
    public String title() {
        return "poison";
    }

    @Override
    public String promise() {
        return "200 bad records among 20,000 (broken JSON, a missing field, no value, no headers, 1 MB, bad UTF-8):"
                + " exactly those are set aside, lag 0 within 60 s, neighbours untouched; repaired ones sent again, twice,"
                + " count once";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        int bad = run.scale().pick(12, 200);
        run.startLoad(LoadProfile.standard(run.prefix())
                .withTurnsPerSecond(run.scale().pick(60, 150)));
        List<RecordPosition> places = new ArrayList<>();
        try (var poison = new PoisonRecords(run.cluster().bootstrapServers(), run.prefix())) {
            for (int number = 0; number < bad; number++) {
                run.sleep(Duration.ofMillis(run.scale().pick(400, 650)));
                RecordPosition place = poison.send(number);
                places.add(place);
                run.expectQuarantined(Service.ANALYSIS, PoisonRecords.TOPIC, place.partition(), place.offset());
            }
        }
        run.recordFault("%d records that nobody can read".formatted(bad));
        run.drain(run.scale().seconds(240, 60));
        run.recordProof("records set aside", run.readOnlySql().queryLong("select count(*) from analysis.quarantine"));
        repair(run, places.subList(0, bad / 6));
    }

    /// A person mends what is stored of a record and sends it again, and then once more by mistake.
    private static void repair(FaultRun run, List<RecordPosition> places) throws InterruptedException {
        var analysis = new ApiClient(() -> run.cluster().first(Service.ANALYSIS).url());
        for (int number = 0; number < places.size(); number++) {
            RecordPosition place = places.get(number);
            String id = run.readOnlySql()
                    .query(
                            "select id from analysis.quarantine where topic = ? and partition = ? and \"offset\" = ?",
                            row -> row.getObject(1, UUID.class).toString(),
                            PoisonRecords.TOPIC,
                            place.partition(),
                            place.offset())
                    .getFirst();
            String mended = PoisonRecords.turnRecorded(
                    "%s-%d".formatted(REPAIRED_LEARNERS, number), new UUID(12, number), new UUID(13, number));
            run.cluster().sql("analysis_owner").execute("""
                update quarantine set value = convert_to('%s', 'UTF8'),
                    headers = 'ce_type: parlance.turn-recorded.v1' || chr(10) where id = '%s'
                """.formatted(mended, id));
            for (int time = 0; time < 2; time++) {
                int status = analysis.post("/v1/admin/quarantine/%s:retry".formatted(id), "")
                        .status();
                run.require(status == 202, "a repaired record was answered %d when sent again".formatted(status));
            }
        }
        var _ = Polling.await(
                "repaired records are in their days",
                run.scale().seconds(120, 30),
                () -> countTurns(run) >= places.size());
        run.drain(run.scale().seconds(240, 60)); // what was sent once too often has come, too
        run.recordProof("repaired records that count", countTurns(run));
        run.require(
                countTurns(run) == places.size(),
                "%d repaired records count %d times".formatted(places.size(), countTurns(run)));
        long words = run.readOnlySql()
                .queryLong(
                        "select coalesce(sum(count), 0) from analysis.vocabulary where learner_id like ?",
                        REPAIRED_LEARNERS + "-%");
        run.require(words == 2L * places.size(), "words of repaired records count %d times".formatted(words));
    }

    private static long countTurns(FaultRun run) {
        return run.readOnlySql()
                .queryLong(
                        "select coalesce(sum(turns), 0) from summary.learner_day where learner_id like ?",
                        REPAIRED_LEARNERS + "-%");
    }
}
