package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.ledger.Said;
import dev.parlance.journey.fault.load.Answer;
import dev.parlance.journey.fault.load.Load;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Nobody's watch is right, and some days have 23 hours.
public final class T23Clocks implements FaultScenario {
    private static final Map<Kind, String> SHIFTS =
            Map.of(Kind.CONVERSATION, "PT3H", Kind.ANALYSIS, "PT-5H", Kind.SUMMARY, "PT9H");
    /// Days on which clocks are changed, in places where they are.
    private static final Map<String, List<String>> CHANGES = Map.of(
            "Europe/Rome", List.of("2026-03-29", "2026-10-25"),
            "America/New_York", List.of("2026-03-08", "2026-11-01"),
            "Australia/Lord_Howe", List.of("2026-04-05", "2026-10-04"),
            "Pacific/Apia", List.of("2011-12-29", "2011-12-31"));
    private static final int NEARLY_THREE_HOURS = 10_000;

    @Override
    public String id() {
        return "T23";
    }

    @Override
    public String title() {
        return "clocks";
    }

    @Override
    public String promise() {
        return "services hours apart, days of 23, 24½ and 25 hours, times outside the accepted range: refused where"
                + " they should be, days follow the learner's zone, order follows the sequence";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        for (Instance instance : run.world().all()) {
            run.fault("the clock of %s is off by %s".formatted(instance.kind().module(), SHIFTS.get(instance.kind())));
            instance.kill();
            instance.launch("-Dquarkus.profile=faults", "-Dparlance.clock.shift=" + SHIFTS.get(instance.kind()));
        }
        run.world().all().forEach(Instance::awaitReady);
        Instance second = run.world().prepare(Kind.ANALYSIS); // whose clock is right
        second.start();
        Load load = run.load(Shape.standard(run.prefix()).at(30));
        run.recovered("the wrong clocks");
        changes(run, load);
        refusals(run, load);
        run.pass(run.scale().seconds(5, 60));
        run.settle(Duration.ofSeconds(90));
        run.proof(
                "seconds that recorded turns are ahead of the database",
                run.checker()
                        .number("select extract(epoch from max(recorded_at) - now())::bigint from conversation.turn"));
        run.require(
                run.checker()
                                .number("select extract(epoch from max(recorded_at) - now())::bigint from"
                                        + " conversation.turn")
                        > NEARLY_THREE_HOURS,
                "the clock of conversation-service was not off");
        run.proof(
                "days with a change of clocks",
                run.checker()
                        .number(
                                "select count(*) from summary.learner_day where learner_id like ?",
                                run.prefix() + "-change-%"));
    }

    private static void changes(FaultRun run, Load load) throws InterruptedException {
        for (var place : CHANGES.entrySet()) {
            for (String date : place.getValue()) {
                run.fault("a day with a change of clocks: %s in %s".formatted(date, place.getKey()));
                ZoneId zone = ZoneId.of(place.getKey());
                UUID conversation =
                        new UUID(run.random().nextLong(), run.random().nextLong());
                for (int minutes = -30; minutes <= 27 * 60; minutes += 45) {
                    Instant at = LocalDateTime.parse(date + "T00:00")
                            .plusMinutes(minutes)
                            .atZone(zone)
                            .toInstant();
                    Said said = said(run, conversation, place.getKey(), at.plusMillis(minutes & 0xff));
                    run.require(load.say(said), "a turn at %s was refused".formatted(at));
                }
            }
        }
    }

    private static void refusals(FaultRun run, Load load) throws InterruptedException {
        Said known = load.next();
        run.require(load.say(known), "a turn was refused");
        Instant now = Instant.now().plus(Duration.ofHours(3)); // by the clock of conversation-service
        for (Instant wrong : List.of(Instant.parse("1999-12-31T23:59:59.999Z"), now.plus(Duration.ofHours(49)))) {
            run.fault("a turn said at " + wrong);
            String path = "/v1/conversations/%s/turns/%s"
                    .formatted(known.conversation(), new UUID(1, run.random().nextLong()));
            Answer answer =
                    run.client().put(path, "{\"learnerText\": \"w00001\", \"occurredAt\": \"%s\"}".formatted(wrong));
            run.require(answer.status() == 400, "a turn said at %s was answered %d".formatted(wrong, answer.status()));
        }
    }

    private static Said said(FaultRun run, UUID conversation, String zone, Instant at) {
        return new Said(
                new UUID(run.random().nextLong(), run.random().nextLong()),
                conversation,
                "%s-change-%s".formatted(run.prefix(), zone.substring(zone.indexOf('/') + 1)),
                run.prefix().toLowerCase(Locale.ROOT),
                "app",
                zone,
                List.of("w%05d".formatted(run.random().nextInt(40))),
                List.of("w00008"),
                at,
                1000);
    }
}
