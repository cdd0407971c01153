package dev.parlance.analysis.highlight;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.contract.Learner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the moments of a turn by the floors and the threshold of its tenant.
public final class HighlightRules {
    private static final String SETTING = "parlance.highlights.";

    private final Rules everybodys;
    private final Map<String, Rules> byTenant = new HashMap<>();

    private record Rules(LongSentences longSentences, EmotionalMoments emotionalMoments) {}

    /// @throws IllegalArgumentException naming the setting that makes no sense
    public HighlightRules(HighlightConfig config) {
        everybodys = rules(SETTING, config.emotionThreshold(), config.longSentence(), Map.of());
        config.tenants().forEach((tenant, its) -> {
            String setting = SETTING + "tenants.\"" + tenant + "\".";
            if (!Learner.isName(tenant)) {
                throw new IllegalArgumentException(setting + "*: no tenant can be called “" + tenant + "”");
            }
            double threshold = its.emotionThreshold().orElse(config.emotionThreshold());
            byTenant.put(tenant, rules(setting, threshold, its.longSentence(), config.longSentence()));
        });
    }

    /// @param sentences those of the text
    /// @param shown     what the text shows of feelings
    public List<Moment> moments(
            String tenant, String text, String bcp47, List<Sentence> sentences, EmotionScore shown) {
        var rules = byTenant.getOrDefault(tenant, everybodys);
        var moments = new ArrayList<>(rules.longSentences.in(text, bcp47, sentences));
        rules.emotionalMoments.in(shown).ifPresent(moments::add);
        return moments;
    }

    /// @param others floors for the languages of which `floors` says nothing
    private static Rules rules(
            String setting, double threshold, Map<String, Integer> floors, Map<String, Integer> others) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    setting + "emotion-threshold must be above 0 and at most 1, not " + threshold);
        }
        floors.forEach((language, floor) -> check(setting + "long-sentence." + language, language, floor));
        var all = new HashMap<>(others);
        all.putAll(floors);
        return new Rules(new LongSentences(all), new EmotionalMoments(threshold));
    }

    private static void check(String setting, String language, int floor) {
        if (!Languages.primarySubtag(language).equals(language)) {
            throw new IllegalArgumentException(
                    setting + " must name a language by its primary subtag in lower case, as in en, ja and und");
        }
        if (floor < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, not " + floor);
        }
    }
}
