package dev.parlance.fault.scenario.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import java.util.List;
import java.util.UUID;

/// Learners who paste what no dictionary and no index has room for, between others who talk as usual.
public final class T41PastedTexts implements FaultScenario {
    private static final String LEARNERS = "pasted-T41";
    private static final int LEARNER_COUNT = 24;
    private static final int MAX_CODE_POINTS = 200;
    /// As much as an installation gives the analysis: the dictionaries of all these languages take more than usual.
    private static final String HEAP_OPTION = "-Xmx640m";
    private static final List<String> LANGUAGES = List.of("en", "de", "it", "ja", "zh", "ko", "sw", "und");

    @Override
    public String id() {
        return "T41";
    }

    @Override
    public String title() {
        return "pasted texts";
    }

    @Override
    public String promise() {
        return "1,000 turns with JSON web tokens, signed addresses, encoded images and unbroken random letters of three"
                + " scripts, in eight languages: each is analysed and in its day, nothing is set aside";
    }

    @Override
    public List<String> jvmOptions() {
        return List.of(HEAP_OPTION);
    }

    @Override
    public void run(FaultRun run) throws Exception {
        int turns = run.scale().pick(140, 1_000);
        run.startLoad(LoadProfile.standard(run.prefix()).withTurnsPerSecond(20));
        var texts = new PastedTexts(run.random());
        for (int number = 0; number < turns; number++) {
            send(run, number, "look: " + texts.next());
        }
        run.recordFault("%d turns with a text that somebody pasted".formatted(turns));
        run.drain(run.scale().seconds(240, 60));
        var _ = Polling.await(
                "pasted texts are in their days", run.scale().seconds(120, 30), () -> countDayTurns(run) >= turns);
        run.require(
                countDayTurns(run) == turns,
                "%d turns with pasted texts count %d times".formatted(turns, countDayTurns(run)));
        long completed = count(run, "select count(*) from analysis.analyzed_turn where status = 'completed' and");
        run.require(completed == turns, "%d of %d analyses are complete".formatted(completed, turns));
        run.recordProof(
                "words known by a short form",
                count(run, "select count(*) from analysis.vocabulary where lemma ~ '…[0-9a-f]{16}$' and"));
        long longest = count(
                run,
                "select max(greatest(char_length(lemma), char_length(display), char_length(surface)))"
                        + " from analysis.vocabulary where");
        run.require(longest <= MAX_CODE_POINTS, "a word in the vocabulary has %d characters".formatted(longest));
    }

    private static void send(FaultRun run, int number, String text) throws InterruptedException {
        int learner = number % LEARNER_COUNT;
        UUID conversation = id("conversation", learner);
        if (number < LEARNER_COUNT) {
            put(run, "/v1/conversations/" + conversation, """
                    {"learnerId": "%s-%d", "language": "%s", "module": "pasted"}
                    """.formatted(
                            LEARNERS, learner, LANGUAGES.get(learner % LANGUAGES.size())));
        }
        put(
                run,
                "/v1/conversations/%s/turns/%s".formatted(conversation, id("turn", number)),
                JsonNodeFactory.instance.objectNode().put("learnerText", text).toString());
    }

    private static void put(FaultRun run, String path, String body) throws InterruptedException {
        var _ = Polling.await(
                "a pasted text is accepted",
                run.scale().seconds(120, 30),
                () -> run.client().put(path, body).outcome() == Outcome.ACCEPTED);
    }

    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes(
                "%s %s %d".formatted(LEARNERS, what, number).getBytes(UTF_8));
    }

    private static long countDayTurns(FaultRun run) {
        return count(run, "select coalesce(sum(turns), 0) from summary.learner_day where");
    }

    /// @param query up to the condition on the learners
    private static long count(FaultRun run, String query) {
        return run.readOnlySql().queryLong(query + " learner_id like ?", LEARNERS + "-%");
    }
}
