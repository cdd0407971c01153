package dev.parlance.analysis.language;

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

/// Measures [Languages#tokenize]: words with lemmas, sentences, and the detection of parts in another language.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class TextSpeed {
    @Param({"en_ewt-ud-dev", "ja_gsd-ud-dev"})
    public String split;

    /// Whether the language of the texts is declared; else it is detected.
    @Param({"true", "false"})
    public boolean withLanguage;

    private final Languages languages = new Languages();
    private List<String> texts;
    private String language;

    @Setup
    public void load() {
        var gold = TreebankTexts.load(split);
        texts = gold.texts();
        language = withLanguage ? gold.language() : null;
    }

    @Benchmark
    public void text(WordCounter counter, Blackhole blackhole) {
        for (String text : texts) {
            var tokenized = languages.tokenize(text, language);
            counter.words += tokenized.words().size();
            blackhole.consume(tokenized);
        }
    }
}
