package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.HighlightConfig;
import dev.parlance.analysis.language.GoldTexts;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.level.ListInMemory;
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

/// A learner's turn of ten English words with everything that is found in it: vocabulary, levels, highlights,
/// emotion and readings, as `POST /v1/analyze` answers it; without HTTP and JSON. The turns are the sentences of
/// ten words of English EWT's development split, one after the other.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TurnSpeed {
    private static final int WORDS = 10;

    private List<AnalyzeResource.Question> turns;
    private AnalyzeResource everything;
    private int next;

    private record AsBuiltIn() implements HighlightConfig {
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
        var levels = ListInMemory.cefr();
        var gold = GoldTexts.of("en_ewt-ud-dev");
        var reader = languages.readerFor(gold.language());
        turns = gold.texts().stream()
                .filter(text -> reader.count(text) == WORDS)
                .map(text -> new AnalyzeResource.Question(gold.language(), text))
                .toList();
        everything = new AnalyzeResource(new TextAnalysis(List.of(
                new VocabularyAnalyzer(languages), new LevelAnalyzer(levels), new HighlightAnalyzer(new AsBuiltIn()))));
    }

    @Benchmark
    public Object everything() {
        next = next + 1 == turns.size() ? 0 : next + 1;
        return everything.analyze(turns.get(next));
    }
}
