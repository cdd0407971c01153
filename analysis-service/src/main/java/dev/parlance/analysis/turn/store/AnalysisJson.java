package dev.parlance.analysis.turn.store;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.analyzer.AnalyzerJob;
import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.highlight.HighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightFindings;
import dev.parlance.analysis.turn.store.StoredFindings.StoredAnnotations;
import dev.parlance.analysis.vocabulary.VocabularyAnalyzer;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.json.WireJson;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes and reads the JSON columns of `analyzed_turn`. Each result is written and read as the record of its
/// analyser.
@Singleton
public class AnalysisJson {
    private static final JsonMapper JSON = WireJson.mapper();
    private static final TypeReference<List<AnalyzerJob>> JOBS = new TypeReference<>() {};

    private final Map<String, Class<? extends AnalyzerResult>> resultTypes = new HashMap<>();

    public AnalysisJson(@All List<Analyzer> analyzers) {
        analyzers.forEach(analyzer -> analyzer.resultType().ifPresent(type -> resultTypes.put(analyzer.name(), type)));
    }

    /// A result whose analyser this release does not have: kept as it is, so that a row can be written again.
    private record UnknownResult(@JsonValue JsonNode json) implements AnalyzerResult {}

    static String writeFindings(Analysis analysis, String learnerText) {
        TurnFindings findings = analysis.findings();
        var vocabulary = findings.find(VocabularyFindings.class)
                .orElseGet(() -> VocabularyFindings.EMPTY.forStorage(learnerText == null ? "" : learnerText));
        var highlights = findings.find(HighlightFindings.class).orElse(new HighlightFindings(List.of(), null));
        return write(new StoredFindings(
                vocabulary.words(),
                vocabulary.unlistedWords() == 0 ? null : vocabulary.unlistedWords(),
                vocabulary.replyWords(),
                vocabulary.sentences(),
                highlights.highlights(),
                vocabulary.annotations() == null
                        ? null
                        : StoredAnnotations.of(vocabulary.annotations(), highlights.emotion()),
                analysis.analyzers(),
                analysis.provisional(),
                otherFindings(findings)));
    }

    private static Map<String, JsonNode> otherFindings(TurnFindings findings) {
        Map<String, JsonNode> others = new TreeMap<>();
        findings.byAnalyzer().forEach((analyzer, result) -> {
            if (!(result instanceof VocabularyFindings || result instanceof HighlightFindings)) {
                others.put(analyzer, JSON.valueToTree(result));
            }
        });
        return others;
    }

    static String writeJobs(Analysis analysis) {
        return write(analysis.jobs());
    }

    /// @param findings    as [#writeFindings] wrote them
    /// @param jobs        as [#writeJobs] wrote them
    /// @param learnerText the text that was analysed
    Analysis readAnalysis(String findings, String jobs, String learnerText) {
        StoredFindings stored = read(() -> JSON.readValue(findings, StoredFindings.class));
        return new Analysis(
                readFindings(stored, learnerText),
                read(() -> JSON.readValue(jobs, JOBS)),
                stored.analyzers(),
                Boolean.TRUE.equals(stored.provisional()));
    }

    private TurnFindings readFindings(StoredFindings stored, String learnerText) {
        TurnFindings findings = TurnFindings.EMPTY
                .with(VocabularyAnalyzer.NAME, stored.vocabulary())
                .with(HighlightAnalyzer.NAME, stored.highlights(learnerText));
        if (stored.findings() != null) {
            for (Map.Entry<String, JsonNode> other : stored.findings().entrySet()) {
                findings = findings.with(other.getKey(), readResult(other.getKey(), other.getValue()));
            }
        }
        return findings;
    }

    private AnalyzerResult readResult(String analyzer, JsonNode json) {
        Class<? extends AnalyzerResult> type = resultTypes.get(analyzer);
        return type == null ? new UnknownResult(json) : read(() -> JSON.treeToValue(json, type));
    }

    static TurnRecorded readTurn(String recorded) {
        return read(() -> JSON.readValue(recorded, TurnRecorded.class));
    }

    static AnalyzerJob readJob(String job) {
        return read(() -> JSON.readValue(job, AnalyzerJob.class));
    }

    /// An item of the event's open list.
    static JsonNode toJson(Object finding) {
        return JSON.valueToTree(finding);
    }

    private interface JsonReading<T> {
        T read() throws JsonProcessingException;
    }

    private static <T> T read(JsonReading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was stored can be read", impossible);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings are always writable", impossible);
        }
    }
}
