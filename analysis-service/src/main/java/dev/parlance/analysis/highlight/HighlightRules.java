package dev.parlance.analysis.highlight;

import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.Sentence;
import dev.parlance.contract.id.Learner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the highlights of a turn by the minimum lengths and the threshold of its tenant.
public final class HighlightRules {
    /// Raised with every change of a minimum length, a threshold, an emotion list or an emotion rule.
    static final int VERSION = 2;

    private static final String SETTING_PREFIX = "parlance.highlights.";

    private final TenantRules defaultRules;
    private final Map<String, TenantRules> byTenant = new HashMap<>();

    private record TenantRules(LongSentenceRule longSentenceRule, EmotionalMomentRule emotionalMomentRule) {}

    /// @throws IllegalArgumentException naming the setting that is invalid
    public HighlightRules(HighlightConfig config) {
        defaultRules = createRules(SETTING_PREFIX, config.emotionThreshold(), config.longSentence(), Map.of());
        config.tenants().forEach((tenant, settings) -> {
            String setting = SETTING_PREFIX + "tenants.\"" + tenant + "\".";
            if (!Learner.isName(tenant)) {
                throw new IllegalArgumentException(setting + "*: no tenant can be called “" + tenant + "”");
            }
            double threshold = settings.emotionThreshold().orElse(config.emotionThreshold());
            byTenant.put(tenant, createRules(setting, threshold, settings.longSentence(), config.longSentence()));
        });
    }

    /// @param sentences those of the text
    /// @param emotion   that the text shows
    public List<TextHighlight> find(
            String tenant, String text, String bcp47, List<Sentence> sentences, EmotionScore emotion) {
        var rules = byTenant.getOrDefault(tenant, defaultRules);
        var highlights = new ArrayList<>(rules.longSentenceRule.find(text, bcp47, sentences));
        rules.emotionalMomentRule.find(emotion).ifPresent(highlights::add);
        return highlights;
    }

    /// @param others for the languages that `floors` does not have
    private static TenantRules createRules(
            String setting, double threshold, Map<String, Integer> floors, Map<String, Integer> others) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    setting + "emotion-threshold must be above 0 and at most 1, not " + threshold);
        }
        floors.forEach((language, floor) -> check(setting + "long-sentence." + language, language, floor));
        var all = new HashMap<>(others);
        all.putAll(floors);
        return new TenantRules(new LongSentenceRule(all), new EmotionalMomentRule(threshold));
    }

    private static void check(String setting, String language, int floor) {
        if (!LanguageCode.primarySubtag(language).equals(language)) {
            throw new IllegalArgumentException(
                    setting + " must name a language by its primary subtag in lower case, as in en, ja and und");
        }
        if (floor < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, not " + floor);
        }
    }
}
