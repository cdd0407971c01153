package dev.parlance.analysis.analyzer;

import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The analysis of a turn of which only the counts can be stored.
    ///
    /// @param cause           why not more, without anything that was said
    /// @param languageTimeout see [#analyze(TurnRecorded, Duration)]
    public Analysis countOnly(TurnRecorded turn, String cause, Duration languageTimeout) {
        Analysis analysis;
        try {
            analysis = analyze(turn, languageTimeout);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "event=analysis-failed turn=%s", turn.turnId());
            List<AnalyzerJob> jobs = analyzers.stream()
                    .map(analyzer -> new AnalyzerJob(analyzer.name(), AnalyzerJob.FAILED, 1, null, null))
                    .toList();
            analysis = new Analysis(TurnFindings.EMPTY, jobs, currentVersions(), false);
        }
        return countOnly(turn, analysis, cause);
    }

    /// The same analysis where only its counts can be stored: all jobs have failed.
    ///
    /// @param cause why not more, without anything that was said
    public Analysis countOnly(TurnRecorded turn, Analysis analysis, String cause) {
        TextToAnalyze text = TextToAnalyze.of(turn, Duration.ZERO);
        TurnFindings counts = TurnFindings.EMPTY;
        for (Analyzer analyzer : analyzers) {
            counts = withCounts(counts, analyzer, analyzer.countsOnly(text, analysis.findings()));
        }
        List<AnalyzerJob> jobs = analysis.jobs().stream()
                .map(job -> job.failed(cause + " when it was stored"))
                .toList();
        return new Analysis(counts.forStorage(text.learnerText()), jobs, analysis.analyzers(), analysis.provisional());
    }

    /// The versions by which turns are analysed now, written as in [Analysis#versions].
    public String versions() {
        return Analysis.versions(currentVersions());
    }

    private Map<String, Integer> currentVersions() {
        return analyzers.stream().collect(Collectors.toMap(Analyzer::name, Analyzer::version));
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
                    return withCounts(soFar, analyzer, analyzer.countsOnly(text, soFar));
                }
            }
        }
    }

    private static TurnFindings withCounts(TurnFindings soFar, Analyzer analyzer, Optional<AnalyzerResult> counts) {
        return counts.map(result -> soFar.with(analyzer.name(), result)).orElse(soFar);
    }

    /// A job has always shown these three, zero before they are counted.
    private static Map<String, Integer> countFindings(TurnFindings findings) {
        Map<String, Integer> counts = new TreeMap<>(Map.of("words", 0, "sentences", 0, "moments", 0));
        counts.putAll(findings.counts());
        return counts;
    }
}
