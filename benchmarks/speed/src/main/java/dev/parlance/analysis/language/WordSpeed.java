package dev.parlance.analysis.language;

import dev.parlance.analysis.language.text.Tokenizer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Measures the tokenizer of one language: words with lemmas of all sentences of a treebank.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class WordSpeed {
    @Param({
        "en_ewt-ud-dev",
        "en_childes-ud-dev",
        "de_gsd-ud-dev",
        "it_valico-ud",
        "es_gsd-ud-dev",
        "fr_gsd-ud-dev",
        "ja_gsd-ud-dev",
        "zh_gsdsimp-ud-dev",
        "ko_gsd-ud-dev"
    })
    public String split;

    private List<String> texts;
    private Tokenizer tokenizer;

    @Setup
    public void load() {
        var gold = TreebankTexts.load(split);
        texts = gold.texts();
        tokenizer = new Languages().tokenizerFor(gold.language());
    }

    @Benchmark
    public void words(WordCounter counter, Blackhole blackhole) {
        for (String text : texts) {
            var words = tokenizer.tokenize(text);
            counter.words += words.size();
            blackhole.consume(words);
        }
    }
}
