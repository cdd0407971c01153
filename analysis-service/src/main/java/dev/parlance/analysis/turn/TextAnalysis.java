package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Leads a turn through all analysers. One that fails is tried again a few times, then its job is failed and the
/// others go on: a turn that cannot be analysed still counts in its day.
@ApplicationScoped
class TextAnalysis {
    private static final Logger LOG = Logger.getLogger(TextAnalysis.class);
    private static final int TRIES = 3;

    private final List<Analyzer> analyzers;

    TextAnalysis(@All List<Analyzer> analyzers) {
        this.analyzers = analyzers.stream()
                .sorted(Comparator.comparingInt(Analyzer::order))
                .toList();
    }

    Analysis analyze(TurnRecorded turn) {
        Map<String, Integer> versions = new TreeMap<>();
        List<Job> jobs = new ArrayList<>(analyzers.size());
        Facts facts = Facts.NONE;
        for (Analyzer analyzer : analyzers) {
            versions.put(analyzer.type(), analyzer.version());
            facts = attempt(analyzer, turn, facts, jobs);
        }
        return new Analysis(facts.withoutText(), jobs, versions);
    }

    /// Does the failed jobs again. Analysers are pure: what the others found before, they find again.
    Analysis again(TurnRecorded turn, Analysis before) {
        Analysis fresh = analyze(turn);
        List<Job> jobs = new ArrayList<>(fresh.jobs().size());
        for (Job job : fresh.jobs()) {
            int earlier = before.jobs().stream()
                    .filter(one -> one.type().equals(job.type()))
                    .filter(Job::isFailed)
                    .mapToInt(Job::attempts)
                    .sum();
            jobs.add(new Job(job.type(), job.status(), earlier + job.attempts(), job.error(), job.result()));
        }
        return new Analysis(fresh.facts(), jobs, fresh.analyzers());
    }

    private static Facts attempt(Analyzer analyzer, TurnRecorded turn, Facts soFar, List<Job> jobs) {
        for (int attempt = 1; ; attempt++) {
            try {
                Facts facts = analyzer.analyze(turn, soFar);
                jobs.add(new Job(analyzer.type(), Job.COMPLETED, attempt, null, figures(facts)));
                return facts;
            } catch (RuntimeException | StackOverflowError e) {
                if (attempt == TRIES) {
                    String error = e.getClass().getSimpleName() + " in " + analyzer.type() + "/" + analyzer.version();
                    LOG.errorf(e, "event=analyzer-failed type=%s turn=%s", analyzer.type(), turn.turnId());
                    jobs.add(new Job(analyzer.type(), Job.FAILED, attempt, error, null));
                    return soFar;
                }
            }
        }
    }

    private static Map<String, Integer> figures(Facts facts) {
        return new TreeMap<>(Map.of(
                "words",
                facts.learnerWords(),
                "sentences",
                facts.sentences(),
                "moments",
                facts.moments().size()));
    }
}
