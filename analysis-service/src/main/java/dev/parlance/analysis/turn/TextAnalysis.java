package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Leads a turn through all analysers. One that fails is tried again a few times, then its job is failed and the
/// others go on: a turn that cannot be analysed still counts in its day.
@ApplicationScoped
class TextAnalysis {
    private static final Logger LOG = Logger.getLogger(TextAnalysis.class);
    private static final int TRIES = 3;

    /// For those who can wait until a language is loaded, and not forever.
    static final Duration PATIENT = Duration.ofSeconds(30);

    private final List<Analyzer> analyzers;

    TextAnalysis(@All List<Analyzer> analyzers) {
        this.analyzers = analyzers.stream()
                .sorted(Comparator.comparingInt(Analyzer::order))
                .toList();
    }

    /// @param patience how long a language may be waited for before a stand-in reads it
    Analysis analyze(TurnRecorded turn, Duration patience) {
        Said said = Said.in(turn, patience);
        Analysis analysis = analyze(said);
        if (!analysis.status().equals("completed")) {
            LOG.errorf("event=analysis-%s turn=%s", analysis.status(), turn.turnId());
        }
        return analysis.withFacts(analysis.facts().stored(said.learnerText()));
    }

    /// The same of any text; it keeps the text word by word.
    Analysis analyze(Said said) {
        Map<String, Integer> versions = new TreeMap<>();
        List<Job> jobs = new ArrayList<>(analyzers.size());
        Facts facts = Facts.NONE;
        for (Analyzer analyzer : analyzers) {
            facts = attempt(analyzer, said, facts, jobs);
            versions.put(analyzer.type(), analyzer.versionOf(facts));
        }
        return new Analysis(facts, jobs, versions, facts.text().provisional());
    }

    /// By which versions turns are read now, as [Analysis#versions] has it.
    String versions() {
        return Analysis.versions(analyzers.stream().collect(Collectors.toMap(Analyzer::type, Analyzer::version)));
    }

    /// Does all jobs again; one that had failed says how often it has been tried in all.
    Analysis again(TurnRecorded turn, Analysis before) {
        Analysis fresh = analyze(turn, PATIENT);
        List<Job> jobs = new ArrayList<>(fresh.jobs().size());
        for (Job job : fresh.jobs()) {
            int earlier = before.jobs().stream()
                    .filter(one -> one.type().equals(job.type()))
                    .filter(Job::isFailed)
                    .mapToInt(Job::attempts)
                    .sum();
            jobs.add(new Job(job.type(), job.status(), earlier + job.attempts(), job.error(), job.result()));
        }
        return new Analysis(fresh.facts(), jobs, fresh.analyzers(), fresh.provisional());
    }

    private static Facts attempt(Analyzer analyzer, Said said, Facts soFar, List<Job> jobs) {
        for (int attempt = 1; ; attempt++) {
            try {
                Facts facts = analyzer.analyze(said, soFar);
                jobs.add(new Job(analyzer.type(), Job.COMPLETED, attempt, null, figures(facts)));
                return facts;
            } catch (RuntimeException | StackOverflowError e) {
                if (attempt == TRIES) {
                    String error = e.getClass().getSimpleName() + " in " + analyzer.type() + "/" + analyzer.version();
                    LOG.errorf(e, "event=analyzer-failed type=%s", analyzer.type());
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
