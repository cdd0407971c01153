package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.emotion.EmotionScorer;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.SentenceSplitter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightRulesTest {
    private static final String TEN_WORDS = "ba ".repeat(10);

    private final Languages languages = new Languages();
    private final EmotionScorer emotions = new EmotionScorer();

    @Test
    void withoutSettingsTheBuiltInFloorsHoldForAllTenants() {
        var rules = rules(Map.of());
        assertThat(types(rules, "default", "en", TEN_WORDS)).isEmpty();
        assertThat(types(rules, "default", "en", TEN_WORDS + "ba ".repeat(6))).containsExactly("long_sentence");
        assertThat(types(rules, "default", "en", "I am so happy")).containsExactly("emotional_moment");
        assertThat(types(rules, "default", "en", "I am happy")).isEmpty();
    }

    @Test
    void aTenantHasItsOwnFloorsAndTheOthersKeepTheirs() {
        var rules = rules(Map.of(
                "parlance.highlights.tenants.kids.long-sentence.en", "10",
                "parlance.highlights.tenants.kids.emotion-threshold", "0.4",
                "parlance.highlights.tenants.\"university.of-x\".emotion-threshold", "1"));
        assertThat(types(rules, "kids", "en", TEN_WORDS)).containsExactly("long_sentence");
        assertThat(types(rules, "kids", "en", "I am happy")).containsExactly("emotional_moment");
        assertThat(types(rules, "default", "en", TEN_WORDS)).isEmpty();
        assertThat(types(rules, "default", "en", "I am happy")).isEmpty();
        assertThat(types(rules, "university.of-x", "en", "I am so SO HAPPY!!! 😀"))
                .isEmpty();
    }

    @Test
    void aTenantWithoutASettingHasThatOfAllTenants() {
        var rules = rules(Map.of(
                "parlance.highlights.long-sentence.it", "5",
                "parlance.highlights.long-sentence.und", "3",
                "parlance.highlights.emotion-threshold", "0.4",
                "parlance.highlights.tenants.kids.long-sentence.en", "10"));
        assertThat(types(rules, "kids", "it", "ba ".repeat(5))).containsExactly("long_sentence");
        assertThat(types(rules, "kids", "nl", "ba ".repeat(3))).containsExactly("long_sentence");
        assertThat(types(rules, "kids", "en", "I am happy")).containsExactly("emotional_moment");
        assertThat(types(rules, "kids", "fr", TEN_WORDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "parlance.highlights.emotion-threshold, 0",
        "parlance.highlights.emotion-threshold, 1.5",
        "parlance.highlights.emotion-threshold, NaN",
        "parlance.highlights.emotion-threshold, much",
        "parlance.highlights.long-sentence.en, 0",
        "parlance.highlights.long-sentence.en, ten",
        "parlance.highlights.long-sentence.en-GB, 10",
        "parlance.highlights.long-sentence.English, 10",
        "parlance.highlights.tenants.\"kids\".emotion-threshold, -1",
        "parlance.highlights.tenants.\"kids\".long-sentence.ja, -1",
        "parlance.highlights.tenants.\"Kids\".long-sentence.ja, 10",
        "parlance.highlights.tenants.kids.long-sentences.ja, 10",
        "parlance.highlights.emotion-treshold, 0.5",
    })
    void anInvalidSettingIsRefusedByItsName(String setting, String value) {
        String named = setting.contains("Kids") ? "parlance.highlights.tenants.\"Kids\"" : setting;
        assertThatThrownBy(() -> rules(Map.of(setting, value))).hasMessageContaining(named);
    }

    private static HighlightRules rules(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(HighlightConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new HighlightRules(config.getConfigMapping(HighlightConfig.class));
    }

    private List<String> types(HighlightRules rules, String tenant, String language, String text) {
        var words = languages.tokenizerFor(language).tokenize(text);
        return rules
                .find(
                        tenant,
                        text,
                        language,
                        SentenceSplitter.split(text, SentenceSplitter.boundaries(text, language), words),
                        emotions.score(text, language, words))
                .stream()
                .map(TextHighlight::type)
                .toList();
    }
}
