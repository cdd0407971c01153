package dev.parlance.fault.scenario.service;

import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.fault.load.ApiResponse;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.load.TurnLoad;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Nobody's watch is right, and some days have 23 hours.
public final class T23ClockSkew implements FaultScenario {
    private static final Map<Service, String> CLOCK_SHIFTS =
            Map.of(Service.CONVERSATION, "PT3H", Service.ANALYSIS, "PT-5H", Service.SUMMARY, "PT9H");
    /// Days on which clocks are changed, in places where they are.
    private static final Map<String, List<String>> DST_CHANGES = Map.of(
            "Europe/Rome", List.of("2026-03-29", "2026-10-25"),
            "America/New_York", List.of("2026-03-08", "2026-11-01"),
            "Australia/Lord_Howe", List.of("2026-04-05", "2026-10-04"),
            "Pacific/Apia", List.of("2011-12-29", "2011-12-31"));
    private static final int MIN_SKEW_SECONDS = 10_000;

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
        for (ServiceProcess instance : run.cluster().all()) {
            run.recordFault("the clock of %s is off by %s"
                    .formatted(instance.service().module(), CLOCK_SHIFTS.get(instance.service())));
            instance.kill();
            instance.launch(
                    "-Dquarkus.profile=faults", "-Dparlance.clock.shift=" + CLOCK_SHIFTS.get(instance.service()));
        }
        run.cluster().all().forEach(ServiceProcess::awaitReady);
        ServiceProcess second = run.cluster().newInstance(Service.ANALYSIS); // whose clock is right
        second.start();
        TurnLoad load = run.startLoad(LoadProfile.standard(run.prefix()).withTurnsPerSecond(30));
        run.awaitRecovery("the wrong clocks");
        sendTurnsAtDstChanges(run, load);
        sendTurnsOutOfRange(run, load);
        run.sleep(run.scale().seconds(5, 60));
        run.drain(Duration.ofSeconds(90));
        run.recordProof(
                "seconds that recorded turns are ahead of the database",
                run.readOnlySql()
                        .queryLong(
                                "select extract(epoch from max(recorded_at) - now())::bigint from conversation.turn"));
        run.require(
                run.readOnlySql()
                                .queryLong("select extract(epoch from max(recorded_at) - now())::bigint from"
                                        + " conversation.turn")
                        > MIN_SKEW_SECONDS,
                "the clock of conversation-service was not off");
        run.recordProof(
                "days with a change of clocks",
                run.readOnlySql()
                        .queryLong(
                                "select count(*) from summary.learner_day where learner_id like ?",
                                run.prefix() + "-change-%"));
    }

    private static void sendTurnsAtDstChanges(FaultRun run, TurnLoad load) throws InterruptedException {
        for (var place : DST_CHANGES.entrySet()) {
            for (String date : place.getValue()) {
                run.recordFault("a day with a change of clocks: %s in %s".formatted(date, place.getKey()));
                ZoneId zone = ZoneId.of(place.getKey());
                UUID conversation =
                        new UUID(run.random().nextLong(), run.random().nextLong());
                for (int minutes = -30; minutes <= 27 * 60; minutes += 45) {
                    Instant at = LocalDateTime.parse(date + "T00:00")
                            .plusMinutes(minutes)
                            .atZone(zone)
                            .toInstant();
                    SimulatedTurn turn = turnAt(run, conversation, place.getKey(), at.plusMillis(minutes & 0xff));
                    run.require(load.send(turn), "a turn at %s was refused".formatted(at));
                }
            }
        }
    }

    private static void sendTurnsOutOfRange(FaultRun run, TurnLoad load) throws InterruptedException {
        SimulatedTurn known = load.nextTurn();
        run.require(load.send(known), "a turn was refused");
        Instant now = Instant.now().plus(Duration.ofHours(3)); // by the clock of conversation-service
        for (Instant wrong : List.of(Instant.parse("1999-12-31T23:59:59.999Z"), now.plus(Duration.ofHours(49)))) {
            run.recordFault("a turn said at " + wrong);
            String path = "/v1/conversations/%s/turns/%s"
                    .formatted(known.conversation(), new UUID(1, run.random().nextLong()));
            ApiResponse answer =
                    run.client().put(path, "{\"learnerText\": \"w00001\", \"occurredAt\": \"%s\"}".formatted(wrong));
            run.require(answer.status() == 400, "a turn said at %s was answered %d".formatted(wrong, answer.status()));
        }
    }

    private static SimulatedTurn turnAt(FaultRun run, UUID conversation, String zone, Instant at) {
        return new SimulatedTurn(
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
