package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.load.Client;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.scenario.Poison.Place;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Records that nobody can read, between those of learners who have nothing to do with it.
public final class T12Poison implements FaultScenario {
    private static final String REPAIRED = "repaired-T12";

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
        run.load(Shape.standard(run.prefix()).at(run.scale().pick(60, 150)));
        List<Place> places = new ArrayList<>();
        try (var poison = new Poison(run.world().kafka(), run.prefix())) {
            for (int number = 0; number < bad; number++) {
                run.pass(Duration.ofMillis(run.scale().pick(400, 650)));
                Place place = poison.send(number);
                places.add(place);
                run.poison(Kind.ANALYSIS, Poison.TOPIC, place.partition(), place.offset());
            }
        }
        run.fault("%d records that nobody can read".formatted(bad));
        run.settle(run.scale().seconds(240, 60));
        run.proof("records set aside", run.checker().number("select count(*) from analysis.quarantine"));
        repair(run, places.subList(0, bad / 6));
    }

    /// A person mends what is stored of a record and sends it again, and then once more by mistake.
    private static void repair(FaultRun run, List<Place> places) throws InterruptedException {
        var analysis = new Client(() -> run.world().first(Kind.ANALYSIS).url());
        for (int number = 0; number < places.size(); number++) {
            Place place = places.get(number);
            String id = run.checker()
                    .rows(
                            "select id from analysis.quarantine where topic = ? and partition = ? and \"offset\" = ?",
                            row -> row.getObject(1, UUID.class).toString(),
                            Poison.TOPIC,
                            place.partition(),
                            place.offset())
                    .getFirst();
            String mended =
                    Poison.turn("%s-%d".formatted(REPAIRED, number), new UUID(12, number), new UUID(13, number));
            run.world().sql("analysis_owner").execute("""
                update quarantine set value = convert_to('%s', 'UTF8'),
                    headers = 'ce_type: parlance.turn-recorded.v1' || chr(10) where id = '%s'
                """.formatted(mended, id));
            for (int time = 0; time < 2; time++) {
                int status = analysis.post("/v1/admin/quarantine/%s:retry".formatted(id), "")
                        .status();
                run.require(status == 202, "a repaired record was answered %d when sent again".formatted(status));
            }
        }
        var _ = Until.holds(
                "repaired records are in their days", run.scale().seconds(120, 30), () -> turns(run) >= places.size());
        run.settle(run.scale().seconds(240, 60)); // what was sent once too often has come, too
        run.proof("repaired records that count", turns(run));
        run.require(
                turns(run) == places.size(), "%d repaired records count %d times".formatted(places.size(), turns(run)));
        long words = run.checker()
                .number(
                        "select coalesce(sum(count), 0) from analysis.vocabulary where learner_id like ?",
                        REPAIRED + "-%");
        run.require(words == 2L * places.size(), "words of repaired records count %d times".formatted(words));
    }

    private static long turns(FaultRun run) {
        return run.checker()
                .number(
                        "select coalesce(sum(turns), 0) from summary.learner_day where learner_id like ?",
                        REPAIRED + "-%");
    }
}
