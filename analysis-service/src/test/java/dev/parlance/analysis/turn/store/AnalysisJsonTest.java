package dev.parlance.analysis.turn.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.highlight.HighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightFindings;
import dev.parlance.analysis.vocabulary.TextAnnotations;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.VocabularyAnalyzer;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisJsonTest {
    private static final String TEXT = "apple";

    /// A row of a release before results had names.
    private static final String STORED = "{\"words\":[{\"language\":\"en\",\"lemma\":\"apple\",\"display\":\"apple\","
            + "\"surface\":\"apple\",\"count\":1,\"firstUse\":true,\"band\":2,\"start\":0,\"end\":5}],\"replyWords\":3,"
            + "\"sentences\":1,\"moments\":[{\"type\":\"long_sentence\",\"place\":\"0\",\"description\":\"long\","
            + "\"start\":0,\"end\":5}],\"annotations\":{\"language\":\"en\",\"confidence\":10000,\"sentences\":[0,5],"
            + "\"words\":[0,0,5,8],\"emotion\":[8,0,0,5000]},\"analyzers\":{\"highlights\":2,\"vocabulary\":1},"
            + "\"provisional\":false}";

    private record Pauses(int count) implements AnalyzerResult {
        @Override
        public List<?> findings() {
            return List.of(this);
        }
    }

    private static final class PauseAnalyzer implements Analyzer {
        @Override
        public String name() {
            return "pauses";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public int order() {
            return 30;
        }

        @Override
        public Optional<Class<? extends AnalyzerResult>> resultType() {
            return Optional.of(Pauses.class);
        }

        @Override
        public TurnFindings analyze(TextToAnalyze text, TurnFindings soFar) {
            return soFar.with(name(), new Pauses(1));
        }
    }

    private final AnalysisJson json = new AnalysisJson(List.of(new PauseAnalyzer()));

    @Test
    void aRowOfTheReleaseBeforeIsWrittenAgainAsItStood() {
        Analysis read = json.readAnalysis(STORED, "[]", TEXT);
        assertThat(AnalysisJson.writeFindings(read, TEXT)).isEqualTo(STORED);
    }

    @Test
    void vocabularyAndHighlightsAreReadFromARowOfTheReleaseBefore() {
        // When
        TurnFindings findings = json.readAnalysis(STORED, "[]", TEXT).findings();
        // Then
        VocabularyFindings vocabulary = VocabularyFindings.in(findings);
        assertThat(vocabulary.words()).extracting(TextWord::lemma).containsExactly("apple");
        assertThat(vocabulary.replyWords()).isEqualTo(3);
        assertThat(vocabulary.annotations())
                .extracting(TextAnnotations::language)
                .isEqualTo("en");
        assertThat(findings.highlights()).extracting(TextHighlight::description).containsExactly("long");
        assertThat(HighlightFindings.emotionIn(findings).confidence()).isEqualTo(0.5);
    }

    @Test
    void theResultOfAnotherAnalyserIsStoredUnderItsName() {
        // Given
        Analysis analysis = withPauses(json.readAnalysis(STORED, "[]", TEXT));
        // When
        String stored = AnalysisJson.writeFindings(analysis, TEXT);
        // Then
        assertThat(stored).endsWith("\"findings\":{\"pauses\":{\"count\":4}}}");
        TurnFindings read = json.readAnalysis(stored, "[]", TEXT).findings();
        assertThat(read.find(Pauses.class)).contains(new Pauses(4));
        assertThat(read.findings()).containsExactly(new Pauses(4));
        assertThat(read.byAnalyzer().keySet())
                .containsExactly(VocabularyAnalyzer.NAME, HighlightAnalyzer.NAME, "pauses");
    }

    @Test
    void aResultWithoutAnAnalyserIsKept() {
        // Given
        String stored = AnalysisJson.writeFindings(withPauses(json.readAnalysis(STORED, "[]", TEXT)), TEXT);
        // When
        Analysis read = new AnalysisJson(List.of()).readAnalysis(stored, "[]", TEXT);
        // Then
        assertThat(read.findings().findings()).isEmpty();
        assertThat(AnalysisJson.writeFindings(read, TEXT)).isEqualTo(stored);
    }

    private static Analysis withPauses(Analysis analysis) {
        return analysis.withFindings(analysis.findings().with("pauses", new Pauses(4)));
    }
}
