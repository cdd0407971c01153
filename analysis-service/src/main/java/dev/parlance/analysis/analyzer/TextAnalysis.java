package dev.parlance.analysis.analyzer;

import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
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

/// Takes a turn through all analysers. One that fails is tried again a few times, then its job is failed and the
/// others go on: a turn that cannot be analysed still counts in its day.
@ApplicationScoped
public class TextAnalysis {
    private static final Logger LOG = Logger.getLogger(TextAnalysis.class);
    private static final int MAX_ATTEMPTS = 3;

    /// How long callers that can wait for a language to load do wait.
    public static final Duration LANGUAGE_LOAD_TIMEOUT = Duration.ofSeconds(30);

    private final List<Analyzer> analyzers;

    public TextAnalysis(@All List<Analyzer> analyzers) {
        this.analyzers = analyzers.stream()
                .sorted(Comparator.comparingInt(Analyzer::order))
                .toList();
    }

    /// Analyses a turn; the findings are those that are stored.
    ///
    /// @param languageTimeout how long to wait for a language that is being loaded before the fallback rules read
    ///     it
    public Analysis analyze(TurnRecorded turn, Duration languageTimeout) {
        TextToAnalyze text = TextToAnalyze.of(turn, languageTimeout);
        Analysis analysis = analyze(text);
        if (!analysis.status().equals("completed")) {
            LOG.errorf("event=analysis-%s turn=%s", analysis.status(), turn.turnId());
        }
        return analysis.withFindings(analysis.findings().forStorage(text.learnerText()));
    }

    /// Analyses any text; the findings still hold every token.
    public Analysis analyze(TextToAnalyze text) {
        Map<String, Integer> versions = new TreeMap<>();
        List<AnalyzerJob> jobs = new ArrayList<>(analyzers.size());
        TurnFindings findings = TurnFindings.EMPTY;
        for (Analyzer analyzer : analyzers) {
            findings = runWithRetries(analyzer, text, findings, jobs);
            versions.put(analyzer.name(), analyzer.versionOf(findings));
        }
        return new Analysis(findings, jobs, versions, findings.provisional());
    }

    /// The versions by which turns are analysed now, written as in [Analysis#versions].
    public String versions() {
        return Analysis.versions(analyzers.stream().collect(Collectors.toMap(Analyzer::name, Analyzer::version)));
    }

    /// Does all jobs again; the attempts of one that had failed are added up.
    public Analysis reanalyze(TurnRecorded turn, Analysis before) {
        Analysis now = analyze(turn, LANGUAGE_LOAD_TIMEOUT);
        List<AnalyzerJob> jobs = new ArrayList<>(now.jobs().size());
        for (AnalyzerJob job : now.jobs()) {
            int earlier = before.jobs().stream()
                    .filter(one -> one.type().equals(job.type()))
                    .filter(AnalyzerJob::isFailed)
                    .mapToInt(AnalyzerJob::attempts)
                    .sum();
            jobs.add(new AnalyzerJob(job.type(), job.status(), earlier + job.attempts(), job.error(), job.result()));
        }
        return new Analysis(now.findings(), jobs, now.analyzers(), now.provisional());
    }

    private static TurnFindings runWithRetries(
            Analyzer analyzer, TextToAnalyze text, TurnFindings soFar, List<AnalyzerJob> jobs) {
        for (int attempt = 1; ; attempt++) {
            try {
                TurnFindings findings = analyzer.analyze(text, soFar);
                jobs.add(new AnalyzerJob(
                        analyzer.name(), AnalyzerJob.COMPLETED, attempt, null, countFindings(findings)));
                return findings;
            } catch (RuntimeException | StackOverflowError e) {
                if (attempt == MAX_ATTEMPTS) {
                    String error = e.getClass().getSimpleName() + " in " + analyzer.name() + "/" + analyzer.version();
                    LOG.errorf(e, "event=analyzer-failed type=%s", analyzer.name());
                    jobs.add(new AnalyzerJob(analyzer.name(), AnalyzerJob.FAILED, attempt, error, null));
                    return soFar;
                }
            }
        }
    }

    /// A job has always shown these three, zero before they are counted.
    private static Map<String, Integer> countFindings(TurnFindings findings) {
        Map<String, Integer> counts = new TreeMap<>(Map.of("words", 0, "sentences", 0, "moments", 0));
        counts.putAll(findings.counts());
        return counts;
    }
}
