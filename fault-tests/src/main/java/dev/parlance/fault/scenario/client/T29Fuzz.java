package dev.parlance.fault.scenario.client;

import dev.parlance.fault.fuzz.FuzzCampaign;
import dev.parlance.fault.fuzz.FuzzReport;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Clients whose programs are wrong, or that look for weak places: every operation of every service is called with
/// valid, nearly valid and hostile values, while a few learners go on talking.
public final class T29Fuzz implements FaultScenario {
    private static final int LEARNERS = 20;
    private static final double TURNS_PER_SECOND = 5;
    private static final double DUPLICATE_RATIO = 0.05;
    /// Of all answers; more would mean that the requests were hardly looked at.
    private static final double MAX_UNAVAILABLE_RATIO = 0.25;

    private static final double MIN_ACCEPTED_RATIO = 0.1;

    @Override
    public String id() {
        return "T29";
    }

    @Override
    public String title() {
        return "fuzz";
    }

    @Override
    public String promise() {
        return "100,000 requests generated from the OpenAPI documents of all services: no 5xx but a named 503, no hang,"
                + " every refusal a documented problem that repeats nothing of the request's text; the others' turns"
                + " untouched";
    }

    /// Where several scenarios share an installation it has none: calls about sound are then answered 503.
    @Override
    public boolean needsObjectStore() {
        return true;
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.startLoad(new LoadProfile(run.prefix(), LEARNERS, TURNS_PER_SECOND, DUPLICATE_RATIO));
        run.awaitRecovery("the start");
        Map<Service, String> urls = new EnumMap<>(Service.class);
        Map<ServiceProcess, Long> processes = new HashMap<>();
        for (Service service : Service.values()) {
            ServiceProcess instance = run.cluster().first(service);
            urls.put(service, instance.url());
            processes.put(instance, instance.pid());
        }
        var campaign = new FuzzCampaign(urls, run.seed(), Instant.now());
        campaign.setUp();
        int requests = run.scale().pick(2_000, 100_000);
        run.recordFault(
                "%d requests to %d operations, every third of them valid".formatted(requests, campaign.operations()));
        long begun = System.nanoTime();
        FuzzReport report = campaign.run(requests, run.scale().pick(4, 8));
        run.note("%d requests in %d s: %s".formatted(requests, (System.nanoTime() - begun) / 1_000_000_000L, report));
        campaign.cancelOrders();
        report.violations().forEach(violation -> run.require(false, violation));
        checkOutcomes(run, report, requests, campaign.operations());
        processes.forEach((instance, pid) -> run.require(
                instance.isAlive() && instance.pid() == pid,
                "%s did not live through it".formatted(instance.service().module())));
        run.awaitRecovery("the last request");
        run.drain(Duration.ofMinutes(run.scale().pick(5, 10)));
    }

    private static void checkOutcomes(FaultRun run, FuzzReport report, int requests, int operations) {
        run.recordProof("requests accepted", report.countClass(2));
        run.recordProof("requests refused", report.countClass(4));
        run.note(
                "%d of %d operations accepted at least one request".formatted(report.acceptedOperations(), operations));
        run.require(
                report.countClass(2) >= MIN_ACCEPTED_RATIO * requests,
                "only %d of %d requests were accepted".formatted(report.countClass(2), requests));
        run.require(
                report.count("503") <= MAX_UNAVAILABLE_RATIO * requests,
                "%d of %d requests were answered 503".formatted(report.count("503"), requests));
    }
}
