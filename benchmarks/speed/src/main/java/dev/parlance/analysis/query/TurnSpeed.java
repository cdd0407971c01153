package dev.parlance.analysis.query;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.highlight.HighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightConfig;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.TreebankTexts;
import dev.parlance.analysis.level.LevelAnalyzer;
import dev.parlance.analysis.level.ListInMemory;
import dev.parlance.analysis.vocabulary.VocabularyAnalyzer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Analyses learner turns of ten English words by all analysers: vocabulary, levels, highlights,
/// emotion and readings, as `POST /v1/analyze` answers it; without HTTP and JSON. The turns are the sentences of
/// ten words of English EWT's development split, one after the other.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TurnSpeed {
    private static final int WORDS_PER_TURN = 10;

    private List<AnalyzeResource.Question> questions;
    private AnalyzeResource everything;
    private int nextQuestion;

    private record DefaultHighlightConfig() implements HighlightConfig {
        @Override
        public double emotionThreshold() {
            return 0.5;
        }

        @Override
        public Map<String, Integer> longSentence() {
            return Map.of();
        }

        @Override
        public Map<String, Tenant> tenants() {
            return Map.of();
        }
    }

    @Setup
    public void load() {
        var languages = new Languages();
        var levels = ListInMemory.cefrLevels();
        var gold = TreebankTexts.load("en_ewt-ud-dev");
        var tokenizer = languages.tokenizerFor(gold.language());
        questions = gold.texts().stream()
                .filter(text -> tokenizer.countWords(text) == WORDS_PER_TURN)
                .map(text -> new AnalyzeResource.Question(gold.language(), text))
                .toList();
        everything = new AnalyzeResource(new TextAnalysis(List.of(
                new VocabularyAnalyzer(languages),
                new LevelAnalyzer(levels),
                new HighlightAnalyzer(new DefaultHighlightConfig()))));
    }

    @Benchmark
    public Object everything() {
        nextQuestion = nextQuestion + 1 == questions.size() ? 0 : nextQuestion + 1;
        return everything.analyze(questions.get(nextQuestion));
    }
}
